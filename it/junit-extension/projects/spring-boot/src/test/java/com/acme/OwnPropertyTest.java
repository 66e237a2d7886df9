package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.junit.EnsureGsis;
import dev.ensuregsis.local.DynamoDbEndpoint;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@EnsureGsis
@SpringJUnitConfig(OwnPropertyTest.class)
class OwnPropertyTest {
    static DynamoDbEndpoint endpoint;

    @DynamicPropertySource
    static void whereBookingsAre(DynamicPropertyRegistry registry) {
        registry.add("acme.bookings.url", () -> endpoint.uri());
        registry.add("acme.bookings.key", () -> endpoint.accessKeyId());
    }

    @Test
    void isSeenByTheApplication(@Value("${acme.bookings.url}") URI url) {
        assertThat(url).isEqualTo(endpoint.uri());
    }
}
