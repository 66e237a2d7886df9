package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ensuregsis.junit.EnsureGsis;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@EnsureGsis(publishEndpoint = true)
@MicronautTest
class BookingsTest {
    @Inject
    Bookings bookings;

    DynamoDbClient ofTheTest;

    @Test
    void findsTheFlightsOfAPassenger() {
        ofTheTest.putItem(put -> put.tableName("bookings")
                .item(Map.of(
                        "bookingId", AttributeValue.fromS("b1"),
                        "passengerId", AttributeValue.fromS("p1"),
                        "flightDate", AttributeValue.fromN("20261123"))));
        assertEquals(1, bookings.flightsOf("p1"));
    }
}
