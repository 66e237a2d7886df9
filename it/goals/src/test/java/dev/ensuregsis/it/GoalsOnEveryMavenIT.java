package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;

class GoalsOnEveryMavenIT {
    /** Ends with this JVM. */
    private static final EmbeddedServer SERVER = EmbeddedServer.start();

    @TempDir
    Path parent = Path.of("");

    @ParameterizedTest
    @EnumSource
    void createsOnceThenFindsNothingToDo(SupportedMaven maven) throws IOException, InterruptedException {
        var folder = Project.folder(parent);
        Project.write(folder, "gsis.json", Project.table("bookings", "passenger-index", "agent-index"));
        try (var database = SERVER.newDatabase();
                var client = LocalClients.create(database.endpoint())) {
            var run = maven.run(
                    folder,
                    database.endpoint(),
                    RealMaven.goal("create"),
                    RealMaven.goal("create"),
                    RealMaven.goal("status"),
                    "-Dgsi.endpoint=" + database.endpoint().uri(),
                    "-Dgsi.createTables=true");

            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.lines())
                    .anyMatch(line -> line.startsWith("  ✓ GSI created successfully"))
                    .anyMatch(line -> line.startsWith("State file archived to "))
                    .containsSubsequence(
                            "All GSIs created successfully!",
                            "Skipping bookings.passenger-index (already active)",
                            "GSI Creation Status",
                            "Total:       2",
                            "Active:      2",
                            "Failed:      0",
                            "Pending:     0",
                            "In progress: 0")
                    .filteredOn(line -> line.startsWith("Creating GSI: "))
                    .containsExactlyInAnyOrder(
                            "Creating GSI: bookings.passenger-index", "Creating GSI: bookings.agent-index");
            assertThat(client.describeTable(request -> request.tableName("bookings"))
                            .table()
                            .globalSecondaryIndexes())
                    .hasSize(2)
                    .allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE);
            assertThat(folder.resolve(Project.STATE_FILE)).doesNotExist();
        }
    }

    /** That it does in the others too EmbeddedInABuildIT shows. */
    @Test
    void anEmbeddedServerLivesAsLongAsItsSession() throws IOException {
        var folder = Project.folder(parent);
        Project.write(folder, "gsis.json", Project.table("bookings", "passenger-index"));

        var both = WarmMaven.run(
                folder, Map.of(), RealMaven.goal("create"), RealMaven.goal("status"), "-Dgsi.endpoint=embedded");

        assertThat(both.exitCode()).as(both.output()).isZero();
        assertThat(both.lines())
                .contains("Creating GSI: bookings.passenger-index", "Active:      1")
                .noneMatch(line -> line.contains("SLF4J") || line.contains("Exception"));
        assertThat(folder.resolve(Project.STATE_FILE)).doesNotExist();
    }

    @EnabledIfSystemProperty(
            named = "ci.build",
            matches = "true",
            disabledReason = "another JDK: mvn -Pci verify has it")
    @ParameterizedTest
    @ValueSource(strings = {RealMaven.CURRENT, RealMaven.NEXT})
    void worksOnJdk25WhereThereIsOne(String version) throws IOException, InterruptedException {
        var jdk = installedJdk(25);
        assumeTrue(jdk.isPresent(), "no JDK 25 beside the JDK that runs this");
        var maven = new RealMaven(version);
        var folder = Project.folder(parent);
        Project.write(folder, "gsis.json", Project.table("bookings", "passenger-index"));

        var both = maven.run(
                folder,
                Map.of("JAVA_HOME", jdk.get().toString()),
                "-V",
                RealMaven.goal("create"),
                RealMaven.goal("status"),
                "-Dgsi.endpoint=embedded");

        assertThat(both.exitCode()).as(both.output()).isZero();
        assertThat(both.lines()).contains("Creating GSI: bookings.passenger-index", "Active:      1");
        assertThat(both.output()).contains("Java version: 25");
    }

    private static Optional<Path> installedJdk(int feature) throws IOException {
        var homes = Path.of(System.getProperty("java.home")).toRealPath().getParent();
        try (var beside = Files.list(homes)) {
            return beside.filter(home -> isJdk(home, feature)).findFirst();
        }
    }

    private static boolean isJdk(Path home, int feature) {
        try {
            var release = home.resolve("release");
            return Files.exists(home.resolve("bin/java"))
                    && Files.exists(release)
                    && Files.readString(release).contains("JAVA_VERSION=\"" + feature);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
