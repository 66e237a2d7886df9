package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@DisplayName("Servers: in this JVM, one that runs already, and nothing real")
class ServerTest {

    @EnsureGsis
    static class Default {
        @Test
        void isThere(DynamoDbClient client, DynamoDbEndpoint endpoint) {
            USED.add(endpoint);
            assertThat(client.listTables().tableNames()).containsExactly("bookings");
        }
    }

    static final Set<DynamoDbEndpoint> USED = ConcurrentHashMap.newKeySet();

    @Test
    void anExternalServerIsUsedWithItsKeyAndRegion() {
        try (var server = EmbeddedServer.start()) {
            Fixtures.of(Default.class)
                    .with("gsi.endpoint", server.uri().toString())
                    .with("gsi.accessKeyId", "somebody")
                    .with("gsi.region", "eu-central-1")
                    .assertThatRun()
                    .succeeded(1);
            assertThat(USED).anySatisfy(endpoint -> {
                assertThat(endpoint.uri()).isEqualTo(server.uri());
                assertThat(endpoint.accessKeyId()).isEqualTo("somebody");
                assertThat(endpoint.region()).isEqualTo(Region.EU_CENTRAL_1);
            });
            try (var client = LocalClients.create(server.shared())) {
                assertThat(client.listTables().tableNames())
                        .as("what an external server keeps")
                        .containsExactly("bookings");
            }
        }
    }

    @Test
    void stateIsKeptForAnExternalServerIfADirectoryIsGiven(@TempDir Path directory) throws IOException {
        try (var server = EmbeddedServer.start()) {
            external = server.uri();
            stateDirectory = directory;
            assertThatRunOf(WithState.class).succeeded(1);
            try (var files = Files.list(directory)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as("the archive of a run that created something")
                        .anyMatch(name -> name.matches("\\.gsi_creation_state_\\d{8}_\\d{6}\\.json"));
            }
        }
    }

    static URI external = URI.create("");
    static Path stateDirectory = Path.of("");

    static class WithState {
        @RegisterExtension
        static final EnsureGsisExtension GSIS = EnsureGsisExtension.builder()
                .endpoint(external)
                .stateDir(stateDirectory)
                .build();

        @Test
        void isThere(DynamoDbClient client) {
            assertThat(client.listTables().tableNames()).containsExactly("bookings");
        }
    }

    @EnsureGsis(isolation = Isolation.CLASS)
    static class OfClass {
        @Test
        void hasItsOwn(DynamoDbClient client) {
            assertThat(client.listTables().tableNames()).containsExactly("bookings");
        }
    }

    @Test
    void anExternalServerThatKeepsNobodyApartIsRefusedForIsolation() {
        try (var server = EmbeddedServer.start()) {
            Fixtures.of(OfClass.class)
                    .with("gsi.endpoint", server.uri().toString())
                    .assertThatRun()
                    .failedOnceInItsContainer()
                    .isInstanceOf(EnsureGsisException.class)
                    .hasMessageContainingAll("shows the tables of one access key to another", "SHARED");
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
                .hasMessageContainingAll(endpoint, "gsi.allowedHosts");
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
