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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** gsi:delete and gsi:replace on a DynamoDB Local and in no Maven. */
class RemovalGoalsTest {
    private static final EmbeddedServer SERVER = EmbeddedServer.start();
    private static final String BY_AGENT = "{\"IndexName\": \"by-agent\", \"KeySchema\": [{\"AttributeName\":"
            + " \"%s\", \"KeyType\": \"HASH\"}], \"Projection\": {\"ProjectionType\": \"ALL\"}}";
    private static final String OLD = "{\"IndexName\": \"old-index\", \"KeySchema\": [{\"AttributeName\":"
            + " \"date\", \"KeyType\": \"HASH\"}]}";

    @TempDir
    Path folder = Path.of("");

    private final Recorder console = new Recorder();
    private final Assignments assignments = new Assignments();
    private final StateOpener states = new StateOpener(new Connector());
    private final CreateGoal create = new CreateGoal(assignments, new Connector(), states);
    private final DeleteGoal delete = new DeleteGoal(assignments, new Connector(), states);
    private final ReplaceGoal replace = new ReplaceGoal(assignments, new Connector(), states);
    private String table = "";

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @BeforeEach
    void haveBoth() throws Exception {
        table = String.valueOf(folder.getFileName());
        define(BY_AGENT.formatted("agent"), OLD);
        create.run(invocation("create", Map.of("gsi.createTables", "true")));
        console.forget();
    }

    @Test
    void whatIsNamedAndNotDefinedAnyMoreGoes() throws Exception {
        define(BY_AGENT.formatted("agent"));

        var outcome = delete.run(invocation("delete", Map.of("gsi.indexes", table + "/old-index")));

        assertThat(outcome.complaint()).isNull();
        assertThat(console.texts())
                .contains("Deleting GSI: " + table + ".old-index", "All GSIs that were named are gone.")
                .anyMatch(text -> text.contains("\"AttributeName\":\"date\""));
        assertThat(folder).isDirectoryNotContaining("glob:**/.gsi_creation_state.json");
        assertThat(listed()).contains("  none");
    }

    @Test
    void withNoneNamedWhatIsNotDefinedIsListedWithItsCommandAndNothingChanges() throws Exception {
        define(BY_AGENT.formatted("agent"));

        assertThat(listed())
                .anyMatch(text -> text.startsWith("  " + table + "/old-index: ACTIVE, 0 items"))
                .anyMatch(text -> text.contains("mvn gsi:delete -Dgsi.indexes=" + table + "/old-index"))
                .contains("Nothing was changed.");
        assertThat(listed()).anyMatch(text -> text.startsWith("  " + table + "/old-index: ACTIVE"));
    }

    @Test
    void allReasonsAreToldInOneGo() throws Exception {
        define(BY_AGENT.formatted("agent"));
        var names = table + "/by-agent," + table + "/old-indx,elsewhere/old-index," + table + "/*";

        assertThatThrownBy(() -> delete.run(invocation("delete", Map.of("gsi.indexes", names))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll(
                        table + "/by-agent is still defined",
                        "gsi:replace",
                        "did you mean " + table + "/old-index?",
                        "elsewhere/old-index: there is no such table",
                        "gsi.indexes is \"" + table + "/*\", but has to be an index in full");
    }

    @Test
    void globsAndBareNamesAreRefused() throws Exception {
        define(BY_AGENT.formatted("agent"));

        assertThatThrownBy(() -> delete.run(
                        invocation("delete", Map.of("gsi.indexes", table + "/*,old-index", "gsi.wait", "false"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("gsi.wait", table + "/*", "\"old-index\"", "in full, table/index");
    }

    @Test
    void nothingIsDeletedWhereNothingOrNotAllIsRead() throws IOException {
        Files.delete(folder.resolve("gsis.json"));
        assertThatThrownBy(() -> delete.run(invocation("delete", Map.of())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("No definitions found");

        Files.writeString(folder.resolve("gsis.json"), """
                {"Conditions": {"Never": {"Fn::Equals": ["a", "b"]}}, "Resources": {
                  "Gone": {"Type": "AWS::DynamoDB::Table", "Condition": "Never", "Properties": {"TableName": "gone",
                    "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                    "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}]}},
                  "Kept": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": "%s",
                    "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                    "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}]}}}}
                """.formatted(table));
        assertThatThrownBy(() -> delete.run(invocation("delete", Map.of("gsi.indexes", table + "/old-index"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("Not all of the definitions could be read", "Gone");
    }

    @Test
    void whatIsOtherwiseIsShownAndReplaced() throws Exception {
        define(BY_AGENT.formatted("date"), OLD);

        var outcome = replace.run(invocation("replace", Map.of("gsi.indexes", table + "/by-agent")));

        assertThat(outcome.complaint()).isNull();
        assertThat(console.texts())
                .anyMatch(text ->
                        text.startsWith("    live     {\"IndexName\":\"by-agent\"") && text.contains("\"agent\""))
                .anyMatch(text -> text.startsWith("    defined  ") && text.contains("\"date\""))
                .anyMatch(text -> text.contains("Queries on it fail"))
                .contains("Deleting GSI: " + table + ".by-agent", "Creating GSI: " + table + ".by-agent");
        console.forget();
        assertThat(create.run(invocation("create", Map.of())).complaint()).isNull();
    }

    @Test
    void whatIsAbsentAndDefinedIsCreatedAndWhatIsAsDefinedStays() throws Exception {
        define(BY_AGENT.formatted("agent"), OLD, OLD.replace("old-index", "new-index"));

        var outcome =
                replace.run(invocation("replace", Map.of("gsi.indexes", table + "/new-index," + table + "/old-index")));

        assertThat(outcome.complaint()).isNull();
        assertThat(console.texts())
                .contains("Creating GSI: " + table + ".new-index")
                .noneMatch(text -> text.startsWith("Deleting GSI"));
    }

    @Test
    void aReplacementNeedsNamesThatAreDefined() throws Exception {
        assertThatThrownBy(() -> replace.run(invocation("replace", Map.of())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("gsi.indexes is missing");
        assertThatThrownBy(() -> replace.run(invocation("replace", Map.of("gsi.indexes", table + "/unheard"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is not defined");
    }

    private List<String> listed() throws Exception {
        console.forget();
        assertThat(delete.run(invocation("delete", Map.of())).complaint()).isNull();
        return console.texts();
    }

    private void define(String... indexes) throws IOException {
        Files.writeString(folder.resolve("gsis.json"), """
                {"%s": {
                  "AttributeDefinitions": [
                    {"AttributeName": "id", "AttributeType": "S"}, {"AttributeName": "agent", "AttributeType": "S"},
                    {"AttributeName": "date", "AttributeType": "S"}],
                  "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                  "GlobalSecondaryIndexes": [%s]}}
                """.formatted(table, String.join(", ", indexes)));
    }

    private Invocation invocation(String goal, Map<String, String> given) {
        var all = new HashMap<>(given);
        all.put("gsi.endpoint", SERVER.uri().toString());
        var build = new Build(
                new Workplace(folder, List.of(folder), "airline", false),
                new TypedCommand(goal, List.of("gsi:" + goal), List.of(), Map.of()),
                Map.of(),
                false,
                false);
        return new Invocation(build, Services.embeddedAt(SERVER.uri()), new OptionReader(all), console);
    }
}
