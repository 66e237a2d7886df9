package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

class ExternalServerTest {

    @Test
    void usesTheGivenKeyAndRegionForTheSharedDatabase() throws Exception {
        try (var running = Running.withSharedDb(false)) {
            var server = ExternalServer.at(running.uri(), "mykey", Region.EU_WEST_1, AllowedHosts.LOOPBACK_ONLY);
            Tables.create(server.shared(), "kept");
            server.close();

            assertThat(Tables.namesIn(new DynamoDbEndpoint(running.uri(), Region.EU_WEST_1, "mykey", "other")))
                    .containsExactly("kept");
        }
    }

    @Test
    void makesDatabasesWhereKeysAreKeptApartAndCleansThemUp() throws Exception {
        try (var running = Running.withSharedDb(false)) {
            var server = ExternalServer.at(running.uri(), "test", Region.US_EAST_1, AllowedHosts.LOOPBACK_ONLY);
            var one = server.newDatabase();
            var another = server.newDatabase();
            Tables.create(one.endpoint(), "mine");

            assertThat(Tables.namesIn(one.endpoint())).containsExactly("mine");
            assertThat(Tables.namesIn(another.endpoint())).isEmpty();

            one.close();
            assertThat(Tables.namesIn(one.endpoint())).isEmpty();
            assertThat(Tables.namesIn(server.shared())).isEmpty();
        }
    }

    @Test
    void refusesToMakeDatabasesWhereAllKeysSeeTheSame() throws Exception {
        try (var running = Running.withSharedDb(true)) {
            var server = ExternalServer.at(running.uri(), "test", Region.US_EAST_1, AllowedHosts.LOOPBACK_ONLY);
            Tables.create(server.shared(), "somebody-elses");

            assertThatThrownBy(server::newDatabase)
                    .isInstanceOf(LocalServerException.class)
                    .hasMessageContaining("shows the tables of one access key to another")
                    .hasMessageContaining("-sharedDb");
            assertThat(Tables.namesIn(server.shared())).containsExactly("somebody-elses");
        }
    }

    @Test
    void deletesNothingWhereAnotherServerTookThePlaceOfTheFirst() throws Exception {
        try (var running = Running.withSharedDb(true)) {
            var swapped = DynamoDbEndpoint.at(running.uri());
            Tables.create(swapped, "somebody-elses");

            KeyedDatabase.with(new MintedKeys(), swapped).close();

            assertThat(Tables.namesIn(swapped)).containsExactly("somebody-elses");
        }
    }

    @Test
    void saysWhenNobodyAnswers() throws IOException {
        URI nobody;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }

        assertThatThrownBy(() -> ExternalServer.at(nobody, "test", Region.US_EAST_1, AllowedHosts.LOOPBACK_ONLY))
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining("No DynamoDB answers at " + nobody);
    }

    @Test
    void refusesAForeignHostBeforeItConnects() {
        var real = URI.create("https://dynamodb.us-east-1.amazonaws.com");

        assertThatThrownBy(() -> ExternalServer.at(real, "test", Region.US_EAST_1, AllowedHosts.LOOPBACK_ONLY))
                .hasMessageStartingWith("Refused to connect");
    }

    /** DynamoDB Local as others start it: with its own request handler, one database per key or one for all. */
    private record Running(Server http, LocalDynamoDBRequestHandler requests, URI uri) implements AutoCloseable {

        static Running withSharedDb(boolean sharedDb) throws Exception {
            var requests = new LocalDynamoDBRequestHandler(0, true, null, sharedDb, false);
            var http = new Server();
            var connector = new ServerConnector(http);
            connector.setHost("127.0.0.1");
            http.addConnector(connector);
            http.setHandler(new LocalDynamoDBServerHandler(requests, null));
            http.start();
            return new Running(http, requests, URI.create("http://127.0.0.1:" + connector.getLocalPort()));
        }

        @Override
        public void close() throws Exception {
            http.stop();
            requests.shutdown();
        }
    }
}
