package com.acme.flights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class FlightsIT {
    @Test
    void findsByStatus() {
        try (var client = DynamoDbClient.create()) {
            client.putItem(item -> item.tableName("flights")
                    .item(Map.of("id", AttributeValue.fromS("1"), "status", AttributeValue.fromS("a"))));

            var found = client.query(query -> query.tableName("flights")
                    .indexName("status-index")
                    .keyConditionExpression("#k = :k")
                    .expressionAttributeNames(Map.of("#k", "status"))
                    .expressionAttributeValues(Map.of(":k", AttributeValue.fromS("a"))));

            assertEquals(1, found.count());
        }
    }
}
