package dev.ensuregsis.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.spi.Undertaking;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.engine.state.StateStores;
import dev.ensuregsis.engine.state.TableOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Goals with a state in a table: what they ask of that table, which is what docs/iam.md allows, and a file beside it. */
@MojoTest
class StateTableOfGoalsTest {
    private static final String POM = "src/test/resources/mojo/pom.xml";
    private static final String READING = "all but `gsi:help`, with `gsi.state=dynamodb:TABLE`";
    private static final String WRITING = "`gsi:create`, `gsi:delete`, `gsi:replace` and `gsi:archive` with it";
    private static final String MAKING = "those with `gsi.createStateTable`";

    @RegisterExtension
    static final RecordingEndpoint ENDPOINT = new RecordingEndpoint();

    @TempDir
    Path folder = Path.of("");

    @Test
    @InjectMojo(goal = "create", pom = POM)
    void createReadsAndWritesTheStateTable(CreateMojo mojo) throws Exception {
        LocalTables.create(ENDPOINT.direct(), "kept");
        makeStateTable("states-1");
        var tables = IamPage.actions("`gsi:create`");
        var states = IamPage.actions(READING, WRITING);
        ENDPOINT.allowOnly(both(tables, states));

        on(mojo, "kept", "states-1").execute();

        assertThat(ENDPOINT.askedOf("kept")).hasSameElementsAs(tables);
        assertThat(ENDPOINT.askedOf("states-1")).hasSameElementsAs(states);
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    void createMakesTheStateTableWithNoMoreThanIsAllowed(CreateMojo mojo) throws Exception {
        LocalTables.create(ENDPOINT.direct(), "keeping");
        var states = IamPage.actions(READING, WRITING, MAKING);
        ENDPOINT.allowOnly(both(IamPage.actions("`gsi:create`"), states));
        mojo.createStateTable = "true";

        on(mojo, "keeping", "states-2").execute();

        assertThat(ENDPOINT.askedOf("states-2"))
                .isSubsetOf(states)
                .contains("CreateTable", "UpdateTimeToLive", "ConditionCheckItem");
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    void planOnlyReadsTheStateTable(PlanMojo mojo) throws Exception {
        LocalTables.create(ENDPOINT.direct(), "planned");
        makeStateTable("states-3");
        var tables = IamPage.actions("`gsi:status`, `gsi:plan`");
        var states = IamPage.actions(READING);
        ENDPOINT.allowOnly(both(tables, states));

        on(mojo, "planned", "states-3").execute();

        assertThat(ENDPOINT.askedOf("planned")).hasSameElementsAs(tables);
        assertThat(ENDPOINT.askedOf("states-3")).hasSameElementsAs(states);
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    void aFileBesideTheTableOfWhichNothingIsSaidIsARefusalWithBothDescribed(CreateMojo mojo) throws Exception {
        prepareTwoStates(mojo, "twice", "states-4");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        "There are two states for this run: ", stateFile().toString(), "states-4", "1 index: ");

        assertThat(ENDPOINT.askedOf("twice")).doesNotContain("UpdateTable");
        assertThat(stateFile()).exists();
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    void aFileThatIsToBeLeftAloneStays(CreateMojo mojo) throws Exception {
        prepareTwoStates(mojo, "alone", "states-5");
        mojo.importState = "false";
        var before = Files.readString(stateFile());

        mojo.execute();

        assertThat(stateFile()).hasContent(before);
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    void aFileThatIsToBeTakenInIsArchived(CreateMojo mojo) throws Exception {
        prepareTwoStates(mojo, "taken", "states-6");
        mojo.importState = "true";

        mojo.execute();

        assertThat(stateFile()).doesNotExist();
        assertThat(folder).isDirectoryContaining("glob:**/.gsi_creation_state_2*.json");
    }

    private void prepareTwoStates(CreateMojo mojo, String table, String stateTable) throws IOException {
        LocalTables.create(ENDPOINT.direct(), table);
        on(mojo, table, stateTable);
        write(StateStores.inFile("flights", folder, StateOptions.DEFAULT), table, "in-file");
        makeStateTable(stateTable);
        try (var client = LocalTables.client(ENDPOINT.direct())) {
            write(StateStores.inTable("flights", client, stateTable, TableOptions.DEFAULT), table, "in-table");
        }
    }

    /** Of the tables as the goal reaches them. */
    private static void write(StateStore store, String table, String index) {
        var target = new Target(null, "us-east-1", ENDPOINT.uri().toString());
        var entry = new GsiEntry(
                new IndexId(table, index),
                GsiStatus.ACTIVE,
                Instant.parse("2026-02-01T10:31:00Z"),
                null,
                0,
                null,
                null,
                null,
                null,
                Undertaking.NONE);
        try (var session = store.open(target, false)) {
            session.begin(target, List.of(entry));
            session.write(entry);
        }
    }

    private static void makeStateTable(String name) {
        try (var client = LocalTables.client(ENDPOINT.direct())) {
            StateStores.inTable("nobody", client, name, TableOptions.DEFAULT.withCreateTable(true))
                    .open(new Target(null, "us-east-1", "http://localhost:1"), false)
                    .close();
        }
    }

    private Path stateFile() {
        return folder.resolve(".gsi_creation_state.json");
    }

    private static List<String> both(Set<String> one, Set<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return new ArrayList<>(all);
    }

    private <T extends DefinitionsMojo> T on(T mojo, String table, String stateTable) throws IOException {
        mojo.definitions = Files.writeString(folder.resolve("gsis.json"), LocalTables.definition(table, "agent-index"))
                .toString();
        mojo.stateDir = folder.toString();
        mojo.scriptName = "flights";
        mojo.endpoint = ENDPOINT.uri().toString();
        mojo.state = "dynamodb:" + stateTable;
        return mojo;
    }
}
