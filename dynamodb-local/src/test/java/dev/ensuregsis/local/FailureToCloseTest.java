package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testcontainers.lifecycle.Startable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

@DisplayName("What fails to close keeps nothing else open")
class FailureToCloseTest {
    private final List<String> closed = new ArrayList<>();

    /** What is thrown instead of an exception with the name of what fails; null for that. */
    private @Nullable Error failure;

    @Test
    void allDatabasesAreShutDown() {
        var databases = databases(1, 3);
        databases.open(DatabaseOptions.DEFAULT);
        databases.open(DatabaseOptions.DEFAULT);
        databases.open(DatabaseOptions.DEFAULT);

        assertThatThrownBy(databases::close)
                .hasMessageMatching("database [13]")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(Set.of(first.getMessage(), other.getMessage()))
                                .containsExactlyInAnyOrder("database 1", "database 3")));

        assertThat(closed).containsExactlyInAnyOrder("database 0", "database 1", "database 2", "database 3");
    }

    @Test
    void anErrorKeepsNoneOpenEither() {
        failure = new NoClassDefFoundError("some/Class");
        var databases = databases(0, 1);
        databases.open(DatabaseOptions.DEFAULT);

        assertThatThrownBy(databases::close).isInstanceOf(NoClassDefFoundError.class);

        assertThat(closed).containsExactlyInAnyOrder("database 0", "database 1");
    }

    /** That is told on, by its type: who asked for the port is to hear that it is taken. */
    @Test
    void aPortThatIsTakenIsToldThoughTheDatabasesFailToClose() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedServer.listen(taken.getLocalPort(), databases(0), () -> {}))
                    .isInstanceOf(BindException.class)
                    .satisfies(first -> assertThat(first.getSuppressed())
                            .extracting(Throwable::getMessage)
                            .containsExactly("database 0"));
        }
        assertThat(closed).containsExactly("database 0");
    }

    @Test
    void databasesAreShutDownWhateverTheirServerDoes() {
        var failure = new IllegalStateException("busy");
        AutoCloseable http = () -> {
            throw failure;
        };
        var server = new EmbeddedServer(http, URI.create("http://127.0.0.1:1"), databases(0));

        assertThatThrownBy(server::close)
                .isInstanceOf(LocalServerException.class)
                .hasMessageContainingAll("http://127.0.0.1:1 could not be stopped", "busy")
                .cause()
                .isSameAs(failure)
                .satisfies(cause -> assertThat(cause.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("database 0"));
        assertThat(closed).containsExactly("database 0");
    }

    @Test
    void bothContainersAreStopped() {
        assertThatThrownBy(() -> ContainerServer.stop(container("one"), container("other")))
                .hasMessage("one")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("other"));
        assertThat(closed).containsExactly("one", "other");
    }

    @Test
    void allTablesOfAKeyedDatabaseAreDeletedThatCanBe() throws Exception {
        try (var running = ForeignServer.withSharedDb(false)) {
            var server = ExternalServer.at(running.uri(), "test", Region.US_EAST_1, anywhere -> true);
            var database = server.newDatabase();
            try (var client = LocalClients.create(database.endpoint())) {
                Tables.create(client, "a-protected", 0);
                Tables.create(client, "unprotected", 0);
                client.updateTable(table -> table.tableName("a-protected").deletionProtectionEnabled(true));
            }

            database.close();

            assertThat(Tables.namesIn(database.endpoint())).containsExactly("a-protected");
        }
    }

    /** Some of them, by the order in which they are made, fail to shut down. The shared one is number 0. */
    private Databases databases(Integer... failing) {
        var made = new ArrayList<InProcessDatabase>();
        return new Databases(DatabaseOptions.DEFAULT, options -> {
            var number = made.size();
            var database = new InProcessDatabase(
                    shuttingDown("database " + number, Set.of(failing).contains(number)), new UnusedClient(), null);
            made.add(database);
            return database;
        });
    }

    private AmazonDynamoDBLocal shuttingDown(String name, boolean fails) {
        return (AmazonDynamoDBLocal) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AmazonDynamoDBLocal.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("shutdownNow");
                    end(name, fails);
                    return null;
                });
    }

    private Startable container(String name) {
        return new Startable() {
            @Override
            public void start() {}

            @Override
            public void stop() {
                end(name, true);
            }
        };
    }

    private void end(String name, boolean fails) {
        closed.add(name);
        if (fails && failure != null) {
            throw failure;
        }
        if (fails) {
            throw new IllegalStateException(name);
        }
    }

    private static final class UnusedClient implements DynamoDbClient {
        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
