package com.acme;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Knows nothing of tests. */
public final class Bookings {
    private final DynamoDbClient dynamoDb = DynamoDbClient.create();

    public void book(String bookingId, String passengerId, int flightDate) {
        dynamoDb.putItem(put -> put.tableName("bookings")
                .item(Map.of(
                        "bookingId", AttributeValue.fromS(bookingId),
                        "passengerId", AttributeValue.fromS(passengerId),
                        "flightDate", AttributeValue.fromN(Integer.toString(flightDate)))));
    }

    public int flightsOf(String passengerId) {
        return dynamoDb.query(query -> query.tableName("bookings")
                        .indexName("passenger-flight-index")
                        .keyConditionExpression("passengerId = :p")
                        .expressionAttributeValues(Map.of(":p", AttributeValue.fromS(passengerId))))
                .count();
    }
}
