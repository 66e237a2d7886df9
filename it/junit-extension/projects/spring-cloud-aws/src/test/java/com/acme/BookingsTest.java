package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.junit.EnsureGsis;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@EnsureGsis(beans = Booking.class, publishEndpoint = true)
@SpringBootTest
class BookingsTest {
    @Autowired
    Bookings bookings;

    @Test
    void findsTheFlightsOfAPassenger(DynamoDbClient ofTheTest) {
        var booking = new Booking();
        booking.setBookingId("b1");
        booking.setPassengerId("p1");
        booking.setFlightDate(20261123);
        bookings.book(booking);

        assertThat(bookings.flightsOf("p1")).hasSize(1);
        assertThat(ofTheTest.scan(scan -> scan.tableName("booking")).count()).isEqualTo(1);
    }
}
