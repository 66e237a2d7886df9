package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The pipelines that docs/deploying.md shows, run job by job as their servers would. */
class PipelineRecipesIT {
    /** Ends with this JVM. */
    private static final EmbeddedServer SERVER = EmbeddedServer.start();

    @TempDir
    Path parent = Path.of("");

    @ParameterizedTest
    @CsvSource({"GITHUB_ACTIONS, TERM", "GITLAB, KILL", "JENKINS, TERM"})
    void aJobThatIsRunAgainGoesOnWhereTheFirstWasCutOff(PipelineRecipe recipe, String signal)
            throws IOException, InterruptedException {
        try (var database = SERVER.newDatabase();
                var client = LocalClients.create(database.endpoint())) {
            Project.createTable(client, "bookings");
            var sources = Project.folder(parent);
            Project.write(
                    sources,
                    "pom.xml",
                    Project.pom(
                            "flights",
                            "<properties><gsi.endpoint>" + database.endpoint().uri() + "</gsi.endpoint></properties>"
                                    + Project.plugin("")));
            Project.write(
                    sources,
                    "src/main/resources/gsis.json",
                    Project.table("bookings", "index-0", "index-1", "index-2", "index-3"));
            var server = new PipelineServer(
                    parent, new RealMaven(RealMaven.CURRENT), ShortLease.environment(database.endpoint()));

            var cutOff = server.run(sources, recipe.steps(), script -> {
                script.awaitFirstActive();
                signalMaven(script, signal);
            });

            assertThat(cutOff.result().exitCode()).as(cutOff.result().output()).isNotZero();

            var again = server.run(sources, recipe.steps(), script -> {});

            assertThat(again.result().exitCode()).as(again.result().output()).isZero();
            assertThat(again.result().lines())
                    .anyMatch(line -> line.startsWith("Loaded state from "))
                    .contains("Skipping bookings.index-0 (already active)", "All GSIs created successfully!")
                    .anyMatch(line -> line.startsWith("State archived to table gsi-state"));
            assertThat(again.published()).containsExactly("target/gsi-report.json");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTwoJobsRunAtOnce(PipelineRecipe recipe) throws IOException {
        assertThat(recipe.runsOneJobAtATime()).isTrue();
    }

    /** The servers end the whole job's processes; here only Maven, so that its end is that of the script. */
    private static void signalMaven(RealMaven.Running script, String signal) throws IOException, InterruptedException {
        var shell = script.process().toHandle();
        var maven = Stream.concat(Stream.of(shell), shell.descendants())
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(maven.pid()))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
