package com.acme.modular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ensuregsis.junit.EnsureGsis;
import dev.ensuregsis.junit.Table;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@EnsureGsis(tables = @Table(name = "bookings", partitionKey = "id"))
class IndexesTest {
    @Test
    void theEngineWorksInAModule(DynamoDbClient client) {
        assertTrue(Indexes.class.getModule().isNamed());
        assertEquals("dev.ensuregsis.engine", dev.ensuregsis.engine.GsiEngine.class.getModule().getName());
        assertTrue(Indexes.ensure(client).isSuccessful());
    }
}
