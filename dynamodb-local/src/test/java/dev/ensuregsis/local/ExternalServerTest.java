package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;

class ExternalServerTest {

    @Test
    void usesTheGivenKeyAndRegionForTheSharedDatabase() throws Exception {
        try (var running = ForeignServer.withSharedDb(false)) {
            var server = ExternalServer.at(running.uri(), "mykey", Region.EU_WEST_1, anywhere -> true);
            Tables.create(server.shared(), "kept");
            server.close();

            assertThat(Tables.namesIn(new DynamoDbEndpoint(running.uri(), Region.EU_WEST_1, "mykey", "other")))
                    .containsExactly("kept");
        }
    }

    @Test
    void namesTheKeyThatDynamoDbLocalDoesNotTake() throws Exception {
        try (var running = ForeignServer.withSharedDb(true)) {
            assertThatThrownBy(() -> ExternalServer.at(running.uri(), "test-key", Region.US_EAST_1, anywhere -> true))
                    .isInstanceOf(LocalServerException.class)
                    .hasMessageContaining("does not take the access key \"test-key\"")
                    .hasMessageContaining("letters and digits only");
        }
    }

    @Test
    void makesDatabasesWhereKeysAreKeptApartAndCleansThemUp() throws Exception {
        try (var running = ForeignServer.withSharedDb(false)) {
            var server = ExternalServer.at(running.uri(), "test", Region.US_EAST_1, anywhere -> true);
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
            var server = ExternalServer.at(running.uri(), "test", Region.US_EAST_1, anywhere -> true);
            Tables.create(server.shared(), "somebody-elses");

            assertThatThrownBy(server::newDatabase)
                    .isInstanceOf(LocalServerException.class)
                    .hasMessageContaining("shows the tables of one access key to another")
                    .hasMessageContaining("-sharedDb")
                    .asInstanceOf(type(LocalServerException.class))
                    .extracting(LocalServerException::nextStep)
                    .isEqualTo(Optional.of(new NextStep.ShareDatabase()));
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

        assertThatThrownBy(() -> ExternalServer.at(nobody, "test", Region.US_EAST_1, anywhere -> true))
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining("No DynamoDB answers at " + nobody);
    }

    @Test
    void refusesWhatIsNotAllowedBeforeItConnects() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(1);
            var endpoint = URI.create("http://127.0.0.1:" + socket.getLocalPort());

            assertThatThrownBy(() -> refuse(endpoint)).hasMessageStartingWith("Refused to connect to " + endpoint);
            assertThatThrownBy(socket::accept).as("connections").isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://db:8000",
                "http://10.0.0.1:8000",
                "http://amazonaws.com.invalid",
                "http://[::ffff:8.8.8.8]",
                "http://localhost@8.8.8.8:8000"
            })
    void aRefusedHostMayBeAllowed(URI endpoint) {
        assertThatThrownBy(() -> refuse(endpoint))
                .asInstanceOf(type(LocalServerException.class))
                .extracting(LocalServerException::nextStep)
                .isEqualTo(Optional.of(new NextStep.AllowHost(endpoint.getHost())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dynamodb.us-east-1.amazonaws.com",
                "https://DynamoDB.cn-north-1.AmazonAWS.com.cn:443",
                "https://vpce-1-2.dynamodb.eu-west-1.vpce.amazonaws.com",
                "https://dynamodb.eusc-de-east-1.amazonaws.eu",
                "https://dynamodb.us-east-1.api.aws",
                "https://123456789012.ddb.us-east-1.amazonaws.com."
            })
    void aRefusedAccountIsToBeLeft(URI endpoint) {
        assertThatThrownBy(() -> refuse(endpoint))
                .asInstanceOf(type(LocalServerException.class))
                .extracting(LocalServerException::nextStep)
                .isEqualTo(Optional.of(new NextStep.LeaveAws()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8000", "file:///tmp", "/relative", "http:///nohost", "ftp://localhost"})
    void refusesWhatIsNoServersAddressWithoutAskingWhetherItIsAllowed(URI endpoint) {
        assertThatThrownBy(() -> ExternalServer.at(endpoint, "test", Region.US_EAST_1, uri -> fail("asked")))
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining("write it like http://localhost:8000");
    }

    private static void refuse(URI endpoint) {
        ExternalServer.at(endpoint, "test", Region.US_EAST_1, uri -> !uri.equals(endpoint));
    }
}
