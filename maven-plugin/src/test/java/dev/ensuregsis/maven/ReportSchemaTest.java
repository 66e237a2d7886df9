package dev.ensuregsis.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.local.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whatever a goal ends with, its report is as docs/report-schema.json says. */
@MojoTest
class ReportSchemaTest {
    private static final String POM = "src/test/resources/mojo/pom.xml";
    private static final EmbeddedServer SERVER = EmbeddedServer.start();

    @TempDir
    Path folder = Path.of("");

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    void ofARunThatCreatedEverything(CreateMojo mojo) throws Exception {
        LocalTables.create(SERVER.uri(), "created");

        on(mojo, LocalTables.definition("created", "agent-index")).execute();

        assertReport("create", "success");
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    void ofARunInWhichAnIndexFailed(CreateMojo mojo) throws IOException {
        assertThatThrownBy(on(mojo, LocalTables.definition("nowhere", "agent-index"))::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("nowhere");

        assertReport("create", "failure");
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    void ofARunThatWasEndedBeforeAnyChange(CreateMojo mojo) throws IOException {
        LocalTables.create(SERVER.uri(), "guarded");
        mojo.account = "123456789012";

        assertThatThrownBy(on(mojo, LocalTables.definition("guarded", "agent-index"))::execute)
                .isInstanceOf(MojoFailureException.class);

        assertReport("create", "failure");
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    void ofARunWithoutDefinitionsThatCanBeRead(CreateMojo mojo) throws IOException {
        assertThatThrownBy(on(mojo, "{\"bookings\": 7}")::execute).isInstanceOf(MojoFailureException.class);

        assertReport("create", "refused");
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    void ofAPlan(PlanMojo mojo) throws Exception {
        LocalTables.create(SERVER.uri(), "planned");

        on(mojo, LocalTables.definition("planned", "agent-index")).execute();

        assertReport("plan", "success");
    }

    @Test
    @InjectMojo(goal = "status", pom = POM)
    void ofAStatus(StatusMojo mojo) throws Exception {
        LocalTables.create(SERVER.uri(), "looked-at");

        on(mojo, LocalTables.definition("looked-at", "agent-index")).execute();

        assertReport("status", "success");
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void ofADeletion(DeleteMojo mojo) throws Exception {
        LocalTables.create(SERVER.uri(), "deleted");
        LocalTables.addIndex(SERVER.uri(), "deleted", "old-index", "agent");
        on(mojo, LocalTables.definition("deleted")).indexes = "deleted/old-index";

        mojo.execute();

        assertReport("delete", "success");
        assertThat(folder.resolve("report.json")).content().contains("\"DELETED\"", "\"IndexName\":\"old-index\"");
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void ofAListOfWhatIsNotDefined(DeleteMojo mojo) throws Exception {
        LocalTables.create(SERVER.uri(), "listed");
        LocalTables.addIndex(SERVER.uri(), "listed", "old-index", "agent");

        on(mojo, LocalTables.definition("listed")).execute();

        assertReport("delete", "success");
        assertThat(folder.resolve("report.json")).content().contains("\"undefined\"", "old-index");
    }

    @Test
    @InjectMojo(goal = "replace", pom = POM)
    void ofAReplacement(ReplaceMojo mojo) throws Exception {
        LocalTables.create(SERVER.uri(), "replaced");
        LocalTables.addIndex(SERVER.uri(), "replaced", "agent-index", "other");
        on(mojo, LocalTables.definition("replaced", "agent-index")).indexes = "replaced/agent-index";

        mojo.execute();

        assertReport("replace", "success");
        assertThat(folder.resolve("report.json")).content().contains("\"REPLACED\"");
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    void ofACheckThatFoundMisfits(CheckMojo mojo) throws Exception {
        LocalTables.create(SERVER.uri(), "checked");
        try (var client = LocalTables.client(SERVER.uri())) {
            client.putItem(put -> put.tableName("checked")
                    .item(Map.of("id", AttributeValue.fromS("a"), "agent", AttributeValue.fromN("7"))));
        }
        mojo.checkSample = "99%";
        mojo.checkFile = folder.resolve("misfits.csv").toString();

        assertThatThrownBy(on(mojo, LocalTables.definition("checked", "agent-index"))::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("1 misfit");

        assertReport("check", "failure");
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    void ofACheckOfATableThatThereIsNot(CheckMojo mojo) throws Exception {
        assertThatThrownBy(on(mojo, LocalTables.definition("unchecked", "agent-index"))::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("None of the tables exists");

        assertReport("check", "failure");
    }

    private <M extends DefinitionsMojo> M on(M mojo, String definitions) throws IOException {
        mojo.definitions =
                Files.writeString(folder.resolve("gsis.json"), definitions).toString();
        mojo.stateDir = folder.toString();
        mojo.endpoint = SERVER.uri().toString();
        mojo.reportFile = folder.resolve("report.json").toString();
        return mojo;
    }

    private void assertReport(String goal, String outcome) throws IOException {
        ReportSchema.assertReport(folder.resolve("report.json"), goal, outcome);
    }
}
