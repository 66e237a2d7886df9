package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.ensuregsis.junit.EnsureGsis;
import dev.ensuregsis.junit.Gsi;
import dev.ensuregsis.junit.Isolation;
import dev.ensuregsis.junit.Table;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What of the extension leans on JUnit most, all in parallel. */
@EnsureGsis(
        tables = @Table(name = "flights", partitionKey = "flightId"),
        gsis = @Gsi(table = "flights", name = "status-index", partitionKey = "status", sortKey = "departure:N"),
        isolation = Isolation.METHOD)
class IsolatedTest {
    DynamoDbClient ofInstance;

    private void putOnlyOne(DynamoDbClient dynamoDb, String id) {
        assertSame(ofInstance, dynamoDb);
        dynamoDb.putItem(put -> put.tableName("flights").item(Map.of("flightId", AttributeValue.fromS(id))));
        assertEquals(1, dynamoDb.scan(scan -> scan.tableName("flights")).count());
    }

    @RepeatedTest(3)
    void isAlone(DynamoDbClient dynamoDb) {
        putOnlyOne(dynamoDb, "repeated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LH400", "LX8"})
    void isAloneWithArguments(String flightId, DynamoDbClient dynamoDb) {
        putOnlyOne(dynamoDb, flightId);
    }

    @Nested
    @EnsureGsis(publishEndpoint = true)
    class Inner {
        @RepeatedTest(2)
        void isAloneToo(DynamoDbClient dynamoDb, DynamoDbAsyncClient async) {
            putOnlyOne(dynamoDb, "nested");
            assertEquals(1, async.scan(scan -> scan.tableName("flights")).join().count());
        }
    }
}
