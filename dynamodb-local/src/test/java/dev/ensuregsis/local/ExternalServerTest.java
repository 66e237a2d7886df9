package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

class ExternalServerTest {

    @Test
    void usesTheGivenKeyAndRegionForTheSharedDatabase() throws Exception {
        try (var running = ForeignServer.withSharedDb(false)) {
            var server = ExternalServer.at(running.uri(), "mykey", Region.EU_WEST_1, AllowedHosts.LOOPBACK_ONLY);
            Tables.create(server.shared(), "kept");
            server.close();

            assertThat(Tables.namesIn(new DynamoDbEndpoint(running.uri(), Region.EU_WEST_1, "mykey", "other")))
                    .containsExactly("kept");
        }
    }

    @Test
    void makesDatabasesWhereKeysAreKeptApartAndCleansThemUp() throws Exception {
        try (var running = ForeignServer.withSharedDb(false)) {
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
        try (var running = ForeignServer.withSharedDb(true)) {
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
        try (var running = ForeignServer.withSharedDb(true)) {
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
}
