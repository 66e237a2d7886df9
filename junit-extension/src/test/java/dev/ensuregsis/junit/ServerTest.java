package dev.ensuregsis.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@DisplayName("Servers: where tests are sent, and where not")
class ServerTest {

    @EnsureGsis
    static class Default {
        @Test
        void isThere(DynamoDbClient client) {
            assertThat(client.listTables().tableNames()).containsExactly("bookings");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dynamodb.eu-central-1.amazonaws.com",
                "http://169.254.169.254:80",
                "http://192.0.2.1:8000",
                "http://no-such-host.invalid:8000"
            })
    void whatIsNotThisMachineIsRefused(String endpoint) {
        Fixtures.of(Default.class)
                .with("gsi.endpoint", endpoint)
                .assertThatRun()
                .failedOnceInItsContainer()
                .isInstanceOf(EnsureGsisException.class)
                .hasMessageContainingAll("Refused to connect to " + endpoint, "must not reach a real account");
    }

    @Test
    void whatIsNamedAsAllowedIsConnectedTo() {
        Fixtures.of(Default.class)
                .with("gsi.endpoint", "http://no-such-host.invalid:8000")
                .with("gsi.allowedHosts", "dynamodb, No-Such-Host.invalid")
                .assertThatRun()
                .failedOnceInItsContainer()
                .isInstanceOf(EnsureGsisException.class)
                .hasMessageContaining("No DynamoDB answers at http://no-such-host.invalid:8000");
    }

    @Test
    void nobodyListening() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        Fixtures.of(Default.class)
                .with("gsi.endpoint", "http://127.0.0.1:" + closed)
                .assertThatRun()
                .failedOnceInItsContainer()
                .hasMessageContaining("No DynamoDB answers at http://127.0.0.1:" + closed);
    }

    @Test
    void badDefinitionsAreToldBeforeAnythingIsConnectedTo() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(1);
            Fixtures.of(Malformed.class)
                    .with("gsi.endpoint", "http://127.0.0.1:" + socket.getLocalPort())
                    .assertThatRun()
                    .failedOnceInItsContainer()
                    .isInstanceOf(EnsureGsisException.class)
                    .hasMessageContaining("indexes/malformed.json:1");
            assertThatThrownBy(socket::accept).as("connections").isInstanceOf(SocketTimeoutException.class);
        }
    }

    @EnsureGsis("classpath:indexes/malformed.json")
    static class Malformed {
        @Test
        void neverRuns() {}
    }

    @Test
    void aParameterThatCantBeIsToldByName() {
        Fixtures.of(Default.class)
                .with("gsi.isolation", "PER_CLASS")
                .assertThatRun()
                .failedOnceInItsContainer()
                .hasMessageContainingAll("gsi.isolation", "PER_CLASS", "SHARED, CLASS, METHOD");
    }
}
