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
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The goals as services, on a DynamoDB Local and in no Maven. */
class GoalsWithoutMavenTest {
    private static final EmbeddedServer SERVER = EmbeddedServer.start();
    private static final String STATE_FILE = ".gsi_creation_state.json";

    @TempDir
    Path folder = Path.of("");

    private final Recorder console = new Recorder();
    private final Assignments assignments = new Assignments();
    private final StateOpener states = new StateOpener(new Connector());
    private final CreateGoal create = new CreateGoal(assignments, new Connector(), states);
    private final PlanGoal plan = new PlanGoal(assignments, new Connector(), states);
    private final StatusGoal status = new StatusGoal(assignments, new Connector(), states);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @BeforeEach
    void define() throws IOException {
        Files.writeString(folder.resolve("gsis.json"), """
                {"%s": {
                  "AttributeDefinitions": [
                    {"AttributeName": "id", "AttributeType": "S"}, {"AttributeName": "agent", "AttributeType": "S"}],
                  "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                  "GlobalSecondaryIndexes": [
                    {"IndexName": "agent-index", "KeySchema": [{"AttributeName": "agent", "KeyType": "HASH"}]}]}}
                """.formatted(folder.getFileName()));
    }

    @Test
    void anEmbeddedServerGetsTablesAndLeavesNoState() throws Exception {
        var planned = plan.run(invocation(Map.of("gsi.endpoint", "embedded", "gsi.failIfPending", "true")));
        var created = create.run(invocation(Map.of("gsi.endpoint", "embedded")));
        var looked = status.run(invocation(Map.of("gsi.endpoint", "embedded")));

        assertThat(planned.complaint()).contains("gsi.failIfPending", "To do it: mvn gsi:create");
        assertThat(created.complaint()).isNull();
        assertThat(looked.complaint()).isNull();
        assertThat(console.texts()).contains("All GSIs created successfully!", "Active:      1");
        assertThat(folder).isDirectoryNotContaining("glob:**" + STATE_FILE);
    }

    /** The server's tables are made on demand: the plan foresees the refusal that a run would meet. */
    @Test
    void aPlanKnowsOfTheWriteCapacityThatIndexesAreToBeBuiltWith() throws Exception {
        var endpoint = SERVER.uri().toString();
        create.run(invocation(Map.of("gsi.endpoint", endpoint, "gsi.createTables", "true")));
        var definitions = folder.resolve("gsis.json");
        Files.writeString(definitions, Files.readString(definitions).replace("agent-index", "agent-index-2"));

        plan.run(invocation(Map.of("gsi.endpoint", endpoint, "gsi.backfillWriteCapacity", "500")));

        assertThat(console.texts()).anyMatch(text -> text.contains("Leave out gsi.backfillWriteCapacity"));
    }

    @Test
    void aRetryDelayOverThatOfALocalEndpointWorks() throws Exception {
        var outcome = create.run(invocation(Map.of(
                "gsi.endpoint", SERVER.uri().toString(),
                "gsi.createTables", "true",
                "gsi.timeout", "36500d",
                "gsi.retry.serverError.base", "1s",
                "gsi.retry.tableBusy.cap", "1ms")));

        assertThat(outcome.complaint()).isNull();
    }

    @Test
    void optionsAreRefusedBeforeDefinitionsAreLookedFor() throws IOException {
        Files.delete(folder.resolve("gsis.json"));

        assertThatThrownBy(() -> create.run(invocation(Map.of("gsi.wait", "maybe", "gsi.retry.look.base", "-1s"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("gsi.wait", "gsi.retry.look.base is \"-1s\"");
    }

    @Test
    void aModuleWithoutDefinitionsIsPassedOverWhereTheGoalIsBound() throws Exception {
        Files.delete(folder.resolve("gsis.json"));

        assertThat(create.run(invocation(Map.of(), true, false))).isEqualTo(Outcome.NOTHING);

        assertThat(console.texts()).containsExactly("No definitions in this module: nothing to do.");
    }

    @Test
    void withoutDefinitionsThereIsNothingToTypeAGoalFor() throws IOException {
        Files.delete(folder.resolve("gsis.json"));

        assertThatThrownBy(() -> create.run(invocation(Map.of())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("No definitions found", folder.toString(), "-Dgsi.definitions=FILE");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a file that isn't there  | agent-index | agent-index | gsi.definitions | indexes.yaml | indexes.yaml",
                "an unknown key           | IndexName   | IndexNaym   | gsi.definitions | gsis.json    | gsis.json:6",
                "a file that isn't closed | ]}}         | ]}          | gsi.definitions | gsis.json    | gsis.json:7",
                "a selection of nothing   | agent-index | agent-index | gsi.tables      | flights      | that is defined"
            })
    void whatCantBeReadIsRefusedBeforeAnythingIsTouched(
            String what, String written, String instead, String property, String value, String said)
            throws IOException {
        var definitions = folder.resolve("gsis.json");
        Files.writeString(definitions, Files.readString(definitions).replace(written, instead));
        var given = Map.of("gsi.endpoint", SERVER.uri().toString(), "gsi.createTables", "true", property, value);

        assertThatThrownBy(() -> create.run(invocation(given))).hasMessageContaining(said);

        assertThat(folder).isDirectoryNotContaining("glob:**" + STATE_FILE);
        assertThat(console.texts()).isEmpty();
    }

    @Test
    void offlineAStatusTellsWhatIsRecorded() throws Exception {
        var outcome = status.run(invocation(Map.of("gsi.endpoint", "http://127.0.0.1:1"), false, true));

        assertThat(outcome.complaint()).isNull();
        assertThat(console.texts()).anySatisfy(text -> assertThat(text).contains("Maven is offline (-o)."));
    }

    @Test
    void oneModulesGreenRunLeavesAStateThatTheyShareToTheOthersFailure() throws Exception {
        var shared = Map.of(
                "gsi.endpoint", SERVER.uri().toString(), "gsi.stateDir", folder.toString(), "gsi.createTables", "true");
        Files.writeString(folder.resolve("failing.json"), """
                {"no-such-table": [{"IndexName": "agent-index",
                  "KeySchema": [{"AttributeName": "agent", "KeyType": "HASH"}],
                  "AttributeDefinitions": [{"AttributeName": "agent", "AttributeType": "S"}]}]}
                """);
        var failing = new HashMap<>(shared);
        failing.put("gsi.definitions", "failing.json");

        assertThat(create.run(inModule("flights", failing)).complaint()).contains("no-such-table");
        assertThat(create.run(inModule("bookings", shared)).complaint()).isNull();

        assertThat(console.texts())
                .contains(
                        "The state stays for others who share it: no-such-table.agent-index (failed, of flights). It is put"
                                + " away when these are active too, or by gsi:archive with gsi.force=true.");
        assertThat(folder.resolve(STATE_FILE)).content().contains("no-such-table");

        Files.copy(folder.resolve("gsis.json"), folder.resolve("failing.json"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(create.run(inModule("flights", failing)).complaint()).isNull();

        assertThat(folder).isDirectoryNotContaining("glob:**" + STATE_FILE);
    }

    @Test
    void aLogOfManyNewTablesIsShort() throws Exception {
        var table = """
                "%s-%d": {
                  "AttributeDefinitions": [
                    {"AttributeName": "id", "AttributeType": "S"}, {"AttributeName": "agent", "AttributeType": "S"}],
                  "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                  "GlobalSecondaryIndexes": [
                    {"IndexName": "a-index", "KeySchema": [{"AttributeName": "agent", "KeyType": "HASH"}]},
                    {"IndexName": "b-index", "KeySchema": [{"AttributeName": "agent", "KeyType": "HASH"}]}]}""";
        Files.writeString(
                folder.resolve("gsis.json"),
                IntStream.range(0, 30)
                        .mapToObj(number -> table.formatted(folder.getFileName(), number))
                        .collect(Collectors.joining(",", "{", "}")));

        var outcome =
                create.run(invocation(Map.of("gsi.endpoint", SERVER.uri().toString(), "gsi.createTables", "true")));

        assertThat(outcome.complaint()).isNull();
        assertThat(console.texts())
                .hasSizeLessThan(30)
                .contains("60 GSIs: 60 created", "All GSIs created successfully!")
                .noneMatch(line -> line.startsWith("Creating "));
    }

    @Test
    void aTableWithoutIndexesIsDoneToo() throws Exception {
        Files.writeString(folder.resolve("gsis.json"), """
                {"%s": {
                  "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                  "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}}
                """.formatted(folder.getFileName()));
        var given = Map.of("gsi.endpoint", SERVER.uri().toString(), "gsi.createTables", "true");

        assertThat(create.run(invocation(given)).complaint()).isNull();

        assertThat(console.texts())
                .contains(
                        "Table " + folder.getFileName() + ": created, and ACTIVE",
                        "Done: no GSIs are defined for these tables.");
    }

    @Test
    void anArchiveNeedsAState() throws Exception {
        var outcome = new ArchiveGoal(new Connector(), states).run(invocation(Map.of()));

        assertThat(outcome).isEqualTo(Outcome.NOTHING);
        assertThat(console.texts()).containsExactly("There is no state file in " + folder + ": nothing to archive.");
    }

    private Invocation invocation(Map<String, String> given) {
        return invocation(given, false, false);
    }

    private Invocation inModule(String name, Map<String, String> given) {
        return invocation(name, given, true, false);
    }

    private Invocation invocation(Map<String, String> given, boolean bound, boolean offline) {
        return invocation("airline", given, bound, offline);
    }

    private Invocation invocation(String name, Map<String, String> given, boolean bound, boolean offline) {
        var build = new Build(
                new Workplace(folder, List.of(folder), name, bound),
                new TypedCommand("plan", List.of("gsi:plan"), List.of(), Map.of()),
                Map.of(),
                offline,
                false);
        return new Invocation(build, Services.embeddedAt(SERVER.uri()), new OptionReader(given), console);
    }
}
