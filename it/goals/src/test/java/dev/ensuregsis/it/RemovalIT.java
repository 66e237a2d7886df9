package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import dev.ensuregsis.local.LocalDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;

/** gsi:delete and gsi:replace with a real Maven, which is killed between what it announced and what comes of it. */
class RemovalIT {
    private static final EmbeddedServer SERVER = EmbeddedServer.start();

    @TempDir
    Path parent = Path.of("");

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace", "create"})
    void aReplacementThatIsKilledIsGoneOnWith(String goal) throws IOException, InterruptedException {
        var maven = new RealMaven(RealMaven.CURRENT);
        var folder = Project.folder(parent);
        try (var database = SERVER.newDatabase();
                var client = LocalClients.create(database.endpoint())) {
            Project.createTable(client, "bookings");
            Project.write(folder, "gsis.json", Project.table("bookings", "by-agent"));
            assertThat(WarmMaven.run(
                                    folder,
                                    WarmMaven.keys(database.endpoint()),
                                    RealMaven.goal("create"),
                                    endpoint(database))
                            .exitCode())
                    .isZero();
            Project.write(
                    folder, "gsis.json", Project.table("bookings", "by-agent").replace("\"ALL\"", "\"KEYS_ONLY\""));
            var killed = maven.start(
                    folder,
                    RealMaven.keys(database.endpoint()),
                    RealMaven.goal("replace"),
                    endpoint(database),
                    "-Dgsi.indexes=bookings/by-agent");
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> {
                        assertThat(killed.process().isAlive())
                                .as(killed.output())
                                .isTrue();
                        // That it will go is on record before it is asked to: a plain run goes on only where it was
                        // asked.
                        return Project.stateIn(folder).contains("replacing_definition")
                                && (goal.equals("replace") || !isLive(client));
                    });
            killed.process().destroyForcibly().waitFor();
            if (goal.equals("create")) {
                // A plain run deletes nothing: it goes on where the old index is gone.
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> !isLive(client) || projection(client).equals("KEYS_ONLY"));
            }

            var resumed = WarmMaven.run(
                    folder,
                    WarmMaven.keys(database.endpoint()),
                    RealMaven.goal(goal),
                    endpoint(database),
                    "-Dgsi.indexes=bookings/by-agent");

            assertThat(resumed.exitCode()).as(resumed.output()).isZero();
            assertThat(projection(client)).isEqualTo("KEYS_ONLY");
        }
    }

    @Test
    void anIndexIsDeletedWhenItIsDefinedNoMore() throws IOException {
        var folder = Project.folder(parent);
        try (var database = SERVER.newDatabase();
                var client = LocalClients.create(database.endpoint())) {
            Project.createTable(client, "bookings");
            Project.write(folder, "gsis.json", Project.table("bookings", "by-agent"));
            WarmMaven.run(folder, WarmMaven.keys(database.endpoint()), RealMaven.goal("create"), endpoint(database));
            Project.write(folder, "gsis.json", Project.table("bookings"));

            var listed = WarmMaven.run(
                    folder, WarmMaven.keys(database.endpoint()), RealMaven.goal("delete"), endpoint(database));
            var deleted = WarmMaven.run(
                    folder,
                    WarmMaven.keys(database.endpoint()),
                    RealMaven.goal("delete"),
                    endpoint(database),
                    "-Dgsi.indexes=bookings/by-agent");

            assertThat(listed.output()).contains("-Dgsi.indexes=bookings/by-agent", "Nothing was changed.");
            assertThat(deleted.exitCode()).as(deleted.output()).isZero();
            assertThat(deleted.lines()).contains("All GSIs that were named are gone.");
            assertThat(isLive(client)).isFalse();
        }
    }

    private static boolean isLive(DynamoDbClient client) {
        return client.describeTable(look -> look.tableName("bookings")).table().globalSecondaryIndexes().stream()
                .anyMatch(index -> index.indexStatus() != IndexStatus.DELETING);
    }

    private static String projection(DynamoDbClient client) {
        return client.describeTable(look -> look.tableName("bookings")).table().globalSecondaryIndexes().stream()
                .map(index -> index.projection().projectionTypeAsString())
                .findFirst()
                .orElse("none");
    }

    private static String endpoint(LocalDatabase database) {
        return "-Dgsi.endpoint=" + database.endpoint().uri();
    }
}
