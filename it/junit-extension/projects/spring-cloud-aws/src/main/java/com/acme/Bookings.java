package com.acme;

import io.awspring.cloud.dynamodb.DynamoDbTemplate;
import java.util.List;
import org.springframework.stereotype.Repository;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;

/** Works with what Spring Cloud AWS makes. */
@Repository
public class Bookings {
    private final DynamoDbTemplate dynamoDb;

    Bookings(DynamoDbTemplate dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    public void book(Booking booking) {
        dynamoDb.save(booking);
    }

    public List<Booking> flightsOf(String passengerId) {
        var ofPassenger = QueryConditional.keyEqualTo(
                Key.builder().partitionValue(passengerId).build());
        var query = QueryEnhancedRequest.builder().queryConditional(ofPassenger).build();
        return dynamoDb.query(query, Booking.class, "passenger-flight-index").items().stream().toList();
    }
}
