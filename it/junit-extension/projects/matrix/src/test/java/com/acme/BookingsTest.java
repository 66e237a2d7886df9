package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ensuregsis.junit.EnsureGsis;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@EnsureGsis
class BookingsTest {

    @Test
    void findsTheFlightsOfAPassenger(DynamoDbClient dynamoDb) {
        dynamoDb.putItem(put -> put.tableName("bookings")
                .item(Map.of(
                        "bookingId", AttributeValue.fromS("b1"),
                        "passengerId", AttributeValue.fromS("p1"),
                        "flightDate", AttributeValue.fromN("20261123"))));
        var found = dynamoDb.query(query -> query.tableName("bookings")
                .indexName("passenger-flight-index")
                .keyConditionExpression("passengerId = :p")
                .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("p1"))));
        assertEquals(1, found.count());
    }
}
