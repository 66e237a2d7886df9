package dev.ensuregsis.maven.internal.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.build.TypedCommand;
import dev.ensuregsis.maven.internal.build.Workplace;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A definitions file from live tables, on a DynamoDB Local; with it a plan finds nothing to do. */
class InitGoalTest {
    private static final Path SAMPLE = Path.of("../engine/src/test/resources/definition-samples/airline/gsis.json");

    private final EmbeddedServer server = EmbeddedServer.start();
    private Recorder console = new Recorder();
    private final Assignments assignments = new Assignments();
    private final StateOpener states = new StateOpener(new Connector());
    private final InitGoal init = new InitGoal(new Connector());

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void create() throws Exception {
        var options = Map.of(
                "gsi.definitions", SAMPLE.toAbsolutePath().toString(),
                "gsi.createTables", "true",
                "gsi.tableNamePrefix", "prod-");
        var created = new CreateGoal(assignments, new Connector(), states).run(invocation(options));
        assertThat(created.complaint()).isNull();
        try (var state = Files.list(folder)) {
            for (var file : state.toList()) {
                Files.delete(file);
            }
        }
        console = new Recorder();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gsis.json", "gsis.yaml", "all.yml"})
    void aPlanThenFindsNothingToDo(String file) throws Exception {
        init.run(invocation(Map.of("gsi.tables", "prod-*", "gsi.initFile", file, "gsi.tableNamePrefix", "prod-")));

        assertThat(Files.readString(folder.resolve(file)))
                .contains("$schema", "bookings")
                .doesNotContain("prod-");
        var plan = new PlanGoal(assignments, new Connector(), states)
                .run(invocation(
                        Map.of("gsi.definitions", file, "gsi.tableNamePrefix", "prod-", "gsi.failIfPending", "true")));
        assertThat(plan.complaint()).isNull();
        assertThat(console.texts()).anySatisfy(text -> assertThat(text).startsWith("Nothing to do: 4 GSIs"));
    }

    @Test
    void saysWhatItWroteAndWhatIsNotInIt() throws Exception {
        init.run(invocation(Map.of("gsi.tables", "*", "gsi.tableNamePrefix", "prod-b")));

        assertThat(console.texts())
                .contains(
                        "Left out: table prod-flights, which has no prefix prod-b",
                        "Written: " + folder.resolve("gsis.json"),
                        "  ookings: agent-index, flight-status-index, passenger-flight-index")
                .anySatisfy(text -> assertThat(text).contains("time to live", "tags"));
    }

    @Test
    void withoutTablesItIsRefused() {
        assertRefused(Map.of(), "gsi.tables is \"\", but has to be the names of live tables, or globs, like orders*");
    }

    @Test
    void whereNoTableIsCalledSoNothingIsWritten() {
        assertRefused(Map.of("gsi.tables", "nothing*"), "No live table is called nothing*");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void neverWritesOverAFileOrALink() throws IOException {
        Files.writeString(folder.resolve("there.json"), "kept");
        Files.createSymbolicLink(folder.resolve("link.json"), folder.resolve("elsewhere.json"));

        assertRefused(Map.of("gsi.tables", "*", "gsi.initFile", "there.json"), "a file that isn't there yet");
        assertRefused(Map.of("gsi.tables", "*", "gsi.initFile", "link.json"), "a file that isn't there yet");
        assertThat(folder.resolve("there.json")).hasContent("kept");
        assertThat(folder.resolve("elsewhere.json")).doesNotExist();
    }

    @Test
    void anotherEndingIsRefused() {
        assertRefused(Map.of("gsi.tables", "*", "gsi.initFile", "gsis.tf"), "a file that ends in .json, .yaml or .yml");
    }

    private void assertRefused(Map<String, String> options, String why) {
        assertThatThrownBy(() -> init.run(invocation(options)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(why);
    }

    private Invocation invocation(Map<String, String> options) {
        var all = new HashMap<>(options);
        all.put("gsi.endpoint", server.uri().toString());
        return new Invocation(
                new Build(
                        new Workplace(folder, List.of(folder), "flights", false),
                        new TypedCommand("init", List.of("gsi:init"), List.of(), options),
                        Map.of(),
                        false,
                        false),
                Services.NONE,
                new OptionReader(all),
                console);
    }
}
