package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ensuregsis.junit.EnsureGsis;
import org.junit.jupiter.api.Test;

@EnsureGsis(publishEndpoint = true)
class BookingsTest {

    @Test
    void findsTheFlightsOfAPassenger() {
        var bookings = new Bookings();
        bookings.book("b1", "p1", 20261123);
        assertEquals(1, bookings.flightsOf("p1"));
    }
}
