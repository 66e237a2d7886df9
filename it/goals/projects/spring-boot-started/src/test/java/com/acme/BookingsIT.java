package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class BookingsIT {
    @Test
    void findsWhatTheApplicationBooked() {
        try (var client = DynamoDbClient.create()) {
            var found = client.query(query -> query.tableName("bookings")
                    .indexName("agent-index")
                    .keyConditionExpression("#k = :k")
                    .expressionAttributeNames(Map.of("#k", "agent"))
                    .expressionAttributeValues(Map.of(":k", AttributeValue.fromS("application"))));

            assertEquals(1, found.count());
        }
    }
}
