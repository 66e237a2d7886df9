package com.acme;

import jakarta.inject.Singleton;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Works with the client that Micronaut makes. */
@Singleton
public class Bookings {
    private final DynamoDbClient dynamoDb;

    Bookings(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    public int flightsOf(String passengerId) {
        return dynamoDb.query(query -> query.tableName("bookings")
                        .indexName("passenger-flight-index")
                        .keyConditionExpression("passengerId = :p")
                        .expressionAttributeValues(Map.of(":p", AttributeValue.fromS(passengerId))))
                .count();
    }
}
