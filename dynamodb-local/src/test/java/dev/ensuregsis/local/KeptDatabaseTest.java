package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A server on a port of one's own, and one whose database outlives it. */
class KeptDatabaseTest {
    private static final int FREE = 0;
    private static final String STRICT = "DEFAULT";

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsThereForTheNextServerInTheFolder() {
        var folder = directory.resolve("data/of-the-desk");
        int port;
        try (var server = EmbeddedServer.start(FREE, folder, STRICT, null);
                var client = LocalClients.create(server.shared())) {
            port = server.uri().getPort();
            Tables.create(client, "kept", 1);
            client.putItem(item -> item.tableName("kept").item(Map.of("id", AttributeValue.fromS("1"))));
        }

        try (var server = EmbeddedServer.start(port, folder, STRICT, null);
                var client = LocalClients.create(server.shared());
                var database = server.newDatabase()) {
            assertThat(server.uri().getPort()).isEqualTo(port);
            assertThat(client.scan(scan -> scan.tableName("kept")).count()).isEqualTo(1);
            assertThat(client.describeTable(table -> table.tableName("kept"))
                            .table()
                            .globalSecondaryIndexes())
                    .hasSize(1);
            assertThat(Tables.namesIn(database.endpoint())).isEmpty();
        }
    }

    @Test
    void aFolderIsOneServersAtATime() {
        try (var server = EmbeddedServer.start(FREE, directory, STRICT, null)) {
            assertThatThrownBy(() -> EmbeddedServer.start(FREE, directory, STRICT, null))
                    .isInstanceOf(LocalServerException.class)
                    .hasMessageContainingAll(directory.toString(), "is in use by another server");
            assertThat(Tables.namesIn(server.shared())).isEmpty();
        }
    }

    @Test
    void aPortThatIsTakenIsSaidAndGivesTheFolderBack() {
        try (var other = EmbeddedServer.start()) {
            assertThatThrownBy(() -> EmbeddedServer.start(other.uri().getPort(), directory, STRICT, null))
                    .isInstanceOf(LocalServerException.class)
                    .hasCauseInstanceOf(BindException.class);
        }
        EmbeddedServer.start(FREE, directory, STRICT, null).close();
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        var file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> EmbeddedServer.start(FREE, file, STRICT, null))
                .isInstanceOf(LocalServerException.class)
                .hasMessageContainingAll(file.toString(), "name another folder");
    }

    @Test
    void indexesThatLagAreInMemory() {
        var lag = Duration.ofMillis(1);

        assertThatThrownBy(() -> EmbeddedServer.start(FREE, directory, STRICT, lag))
                .isInstanceOf(IllegalArgumentException.class);
        try (var server = EmbeddedServer.start(FREE, null, "ALL", lag)) {
            assertThat(server.inProcess(server.shared()))
                    .hasValueSatisfying(
                            database -> assertThat(database.indexLag()).isPresent());
        }
        assertThat(List.of(directory.toFile().list())).isEmpty();
    }
}
