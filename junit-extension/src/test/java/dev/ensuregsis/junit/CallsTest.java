package dev.ensuregsis.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@DisplayName("What is sent to the server")
class CallsTest {

    @Test
    void aSecondClassWithTheSameDefinitionsCostsOneLookAndNoCallThatChangesAnything() {
        try (var server = EmbeddedServer.start()) {
            Fixtures.of(First.class, Second.class)
                    .with("gsi.endpoint", server.uri().toString())
                    .assertThatRun()
                    .succeeded(2);

            var calls = SentCalls.to(server.uri());
            int first = calls.indexOf("DescribeLimits");
            assertThat(calls.subList(0, first)).containsOnlyOnce("CreateTable").doesNotContain("UpdateTable");
            assertThat(calls.subList(first + 1, calls.size())).containsExactly("DescribeTable", "DescribeLimits");
        }
    }

    @EnsureGsis
    static class First {
        @Test
        void endsWithACallOfItsOwn(DynamoDbClient client) {
            client.describeLimits();
        }
    }

    @EnsureGsis
    static class Second {
        @Test
        void endsWithACallOfItsOwn(DynamoDbClient client) {
            client.describeLimits();
        }
    }

    @Test
    void aDatabaseOfItsOwnHasItsTablesWithAllTheirIndexesInOneCallEach() {
        try (var server = EmbeddedServer.start()) {
            Fixtures.of(TwoTables.class)
                    .with("gsi.endpoint", server.uri().toString())
                    .assertThatRun()
                    .succeeded(1);

            assertThat(SentCalls.to(server.uri()))
                    .doesNotContain("UpdateTable")
                    .filteredOn("CreateTable"::equals)
                    .hasSize(2);
        }
    }

    @Test
    void aDatabaseInThisJvmCostsNoRequestAtAll() {
        Fixtures.of(EmptyTables.class).assertThatRun().succeeded(2);

        assertThat(EmptyTables.servers).hasSize(1);
        assertThat(SentCalls.to(EmptyTables.servers.iterator().next()))
                .containsExactly("DescribeLimits", "DescribeLimits");
    }

    @EnsureGsis(
            tables = @Table(name = "flights", partitionKey = "flightId"),
            gsis = @Gsi(table = "flights", name = "status-index", partitionKey = "status"),
            isolation = Isolation.METHOD)
    static class EmptyTables {
        static final Set<URI> servers = ConcurrentHashMap.newKeySet();

        @RepeatedTest(2)
        void endsWithACallOfItsOwn(DynamoDbClient client, DynamoDbEndpoint endpoint) {
            servers.add(endpoint.uri());
            client.describeLimits();
        }
    }

    @EnsureGsis(
            tables = {
                @Table(name = "flights", partitionKey = "flightId"),
                @Table(name = "agents", partitionKey = "agentId")
            },
            gsis = {
                @Gsi(table = "flights", name = "status-index", partitionKey = "status"),
                @Gsi(table = "flights", name = "gate-index", partitionKey = "gate"),
                @Gsi(table = "agents", name = "city-index", partitionKey = "city")
            })
    static class TwoTables {
        @Test
        void areThere(DynamoDbClient client) {
            assertThat(client.listTables().tableNames()).containsExactly("agents", "flights");
        }
    }

    @Test
    void aServerThatCantBeHadIsAskedForOnceHoweverManyClassesWantIt() throws IOException {
        URI nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        var failures = Fixtures.of(First.class, Second.class)
                .with("gsi.endpoint", nobody.toString())
                .assertThatRun()
                .failedInEachContainer(2);

        failures.allSatisfy(failure -> assertThat(failure).hasMessageContaining("No DynamoDB answers at " + nobody));
        assertThat(SentCalls.to(nobody))
                .as("one call, with the SDK's own retries")
                .hasSize(3)
                .containsOnly("ListTables");
    }
}
