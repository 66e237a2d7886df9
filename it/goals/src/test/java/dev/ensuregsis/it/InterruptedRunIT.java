package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import dev.ensuregsis.local.LocalDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;

/** A run that is ended in the middle, and the same command again. DynamoDB Local takes about a second per index. */
class InterruptedRunIT {
    private static final int INDEXES = 4;

    /** Ends with this JVM. */
    private static final EmbeddedServer SERVER = EmbeddedServer.start();

    @TempDir
    Path parent = Path.of("");

    @ParameterizedTest
    @CsvSource({"OLDEST, INT", "CURRENT, INT", "CURRENT, TERM", "NEXT, INT", "CURRENT, KILL"})
    void isResumedByTheSameCommand(SupportedMaven maven, String signal) throws IOException, InterruptedException {
        var folder = folderWithDefinitions();
        try (var database = SERVER.newDatabase();
                var client = LocalClients.create(database.endpoint())) {
            Project.createTable(client, "bookings");
            var interrupted = start(maven.inItsOwnProcess(), folder, database);
            interrupted.awaitFirstActive();
            // What is killed saves nothing more: by then it has to be on record, which is a moment later.
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Project.stateIn(folder).contains("\"status\": \"active\""));
            interrupted.signal(signal);
            var first = interrupted.end();

            if (!signal.equals("KILL")) {
                assertThat(first.output().lines()).contains("Interrupted by user!", "State has been saved.");
                assertThat(folder.resolve("report.json"))
                        .content()
                        .contains("\"goal\" : \"create\"", "\"ending\" : \"INTERRUPTED\"");
            }
            assertThat(first.exitCode()).isNotZero();
            assertThat(folder.resolve(Project.STATE_FILE)).content().contains("\"active\"");

            var resumed = maven.run(folder, database.endpoint(), command(database));

            assertThat(resumed.exitCode()).as(resumed.output()).isZero();
            assertThat(resumed.lines())
                    .contains("Loaded state from " + Project.STATE_FILE)
                    .contains("Skipping bookings.index-0 (already active)", "All GSIs created successfully!")
                    .anyMatch(line -> line.startsWith("State file archived to "));
            assertThat(client.describeTable(request -> request.tableName("bookings"))
                            .table()
                            .globalSecondaryIndexes())
                    .hasSize(INDEXES)
                    .allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE);
        }
    }

    @Test
    void aSecondRunOnTheSameStateIsRefusedByNameAndStatusIsNot() throws IOException, InterruptedException {
        var maven = new RealMaven(RealMaven.CURRENT);
        var folder = folderWithDefinitions();
        try (var database = SERVER.newDatabase();
                var client = LocalClients.create(database.endpoint())) {
            Project.createTable(client, "bookings");
            var first = start(maven, folder, database);
            first.awaitFirstActive();
            first.signal("STOP");
            try {
                var second = WarmMaven.run(
                        folder, WarmMaven.keys(database.endpoint()), RealMaven.goal("create"), endpoint(database));

                assertThat(second.exitCode()).as(second.output()).isEqualTo(1);
                assertThat(second.output())
                        .contains("is in use by process " + first.process().pid());

                var status = WarmMaven.run(
                        folder, WarmMaven.keys(database.endpoint()), RealMaven.goal("status"), endpoint(database));

                assertThat(status.exitCode()).as(status.output()).isZero();
                assertThat(status.lines()).contains("GSI Creation Status", "Total:       " + INDEXES);
            } finally {
                first.signal("CONT");
            }

            assertThat(first.end().exitCode()).isZero();
        }
    }

    private Path folderWithDefinitions() throws IOException {
        var folder = Project.folder(parent);
        Project.write(
                folder,
                "gsis.json",
                Project.table(
                        "bookings",
                        IntStream.range(0, INDEXES).mapToObj(i -> "index-" + i).toArray(String[]::new)));
        return folder;
    }

    private static RealMaven.Running start(RealMaven maven, Path folder, LocalDatabase database) throws IOException {
        return maven.start(folder, RealMaven.keys(database.endpoint()), command(database));
    }

    private static String[] command(LocalDatabase database) {
        return new String[] {RealMaven.goal("create"), endpoint(database), "-Dgsi.reportFile=report.json"};
    }

    private static String endpoint(LocalDatabase database) {
        return "-Dgsi.endpoint=" + database.endpoint().uri();
    }
}
