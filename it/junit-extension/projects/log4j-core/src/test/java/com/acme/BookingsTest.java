package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ensuregsis.junit.EnsureGsis;
import org.apache.logging.log4j.core.LoggerContext;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@EnsureGsis
class BookingsTest {

    /** DynamoDB Local has a log4j2.xml at the root of its jar. */
    @Test
    void theProjectsConfigurationIsTheOneInForce(DynamoDbClient dynamoDb) {
        assertEquals(0, dynamoDb.scan(scan -> scan.tableName("bookings")).count());
        assertEquals("of Acme", LoggerContext.getContext(false).getConfiguration().getName());
    }
}
