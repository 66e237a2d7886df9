package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.ForeignServer;
import dev.ensuregsis.local.LocalClients;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@DisplayName("A server that runs already")
class ExternalServerTest {

    @EnsureGsis
    static class Shared {
        @Test
        void isThere(DynamoDbClient client) {
            assertThat(client.listTables().tableNames()).containsExactly("bookings");
        }
    }

    @Test
    void keepsWhatWasSharedUnderTheUsualKeyAndRegion() throws Exception {
        try (var server = ForeignServer.withSharedDb(false)) {
            Fixtures.of(Shared.class)
                    .with("gsi.endpoint", server.uri().toString())
                    .assertThatRun()
                    .succeeded(1);

            assertThat(tables(server, "test", Region.US_EAST_1)).containsExactly("bookings");
            assertThat(tables(server, "somebody", Region.EU_CENTRAL_1)).isEmpty();
        }
    }

    @Test
    void keepsWhatWasSharedUnderTheGivenKeyAndRegion() throws Exception {
        try (var server = ForeignServer.withSharedDb(false)) {
            Fixtures.of(Shared.class)
                    .with("gsi.endpoint", server.uri().toString())
                    .with("gsi.accessKeyId", "somebody")
                    .with("gsi.region", "eu-central-1")
                    .assertThatRun()
                    .succeeded(1);

            assertThat(tables(server, "somebody", Region.EU_CENTRAL_1)).containsExactly("bookings");
            assertThat(tables(server, "test", Region.EU_CENTRAL_1)).isEmpty();
            assertThat(tables(server, "somebody", Region.US_EAST_1)).isEmpty();
        }
    }

    @Test
    void givesClassesAndMethodsTheirOwnWhereItKeepsAccessKeysApart() throws Exception {
        try (var server = ForeignServer.withSharedDb(false)) {
            Fixtures.of(OfClass.class, OfClassToo.class, OfMethod.class)
                    .with("gsi.endpoint", server.uri().toString())
                    .inParallel(3)
                    .assertThatRun()
                    .succeeded(4);

            assertThat(tables(server, "test", Region.US_EAST_1)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OfClass.class, OfMethod.class})
    void isRefusedForIsolationWhereItKeepsNobodyApart(Class<?> fixture) throws Exception {
        try (var server = ForeignServer.withSharedDb(true)) {
            Fixtures.of(fixture)
                    .with("gsi.endpoint", server.uri().toString())
                    .assertThatRun()
                    .failedOnceInItsContainer()
                    .isInstanceOf(EnsureGsisException.class)
                    .hasMessageContainingAll(
                            fixture.getName(),
                            "shows the tables of one access key to another",
                            "-sharedDb",
                            "isolation SHARED");

            assertThat(tables(server, "test", Region.US_EAST_1))
                    .as("what the probe left behind")
                    .isEmpty();
        }
    }

    @EnsureGsis(isolation = Isolation.CLASS)
    static class OfClass {
        @Test
        void startsEmpty(DynamoDbClient client) {
            assertStartsEmpty(client);
        }
    }

    static class OfClassToo extends OfClass {}

    @EnsureGsis(isolation = Isolation.METHOD)
    static class OfMethod {
        @RepeatedTest(2)
        void startsEmpty(DynamoDbClient client) {
            assertStartsEmpty(client);
        }
    }

    private static void assertStartsEmpty(DynamoDbClient client) {
        assertThat(client.scan(scan -> scan.tableName("bookings")).count()).isZero();
        client.putItem(put -> put.tableName("bookings").item(Map.of("bookingId", AttributeValue.fromS("b1"))));
    }

    private static List<String> tables(ForeignServer server, String accessKeyId, Region region) {
        try (var client = LocalClients.create(new DynamoDbEndpoint(server.uri(), region, accessKeyId, "madeUp"))) {
            return client.listTables().tableNames();
        }
    }

    @Test
    void hasItsStateKeptIfADirectoryIsGivenAndWhatFailedIsTriedAgain(@TempDir Path directory) throws IOException {
        try (var server = EmbeddedServer.start();
                var client = LocalClients.create(server.shared())) {
            external = server.uri();
            stateDirectory = directory;
            FailureTest.createAnIndexOfAnotherShape(server);

            assertThatRunOf(WithState.class).failedOnceInItsContainer().hasMessageContaining("IndexDiffers");
            assertThat(fileNames(directory)).contains(".gsi_creation_state.json");

            assertThatRunOf(WithState.class)
                    .as("nothing was mended")
                    .failedOnceInItsContainer()
                    .hasMessageContaining("IndexDiffers");

            client.deleteTable(table -> table.tableName("bookings"));
            assertThatRunOf(WithState.class).succeeded(1);
            assertThat(fileNames(directory))
                    .as("the archive of a run that created something")
                    .anyMatch(name -> name.matches("\\.gsi_creation_state_\\d{8}_\\d{6}\\.json"))
                    .doesNotContain(".gsi_creation_state.json");
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

    private static List<String> fileNames(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
