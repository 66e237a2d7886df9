package dev.ensuregsis.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.local.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How options reach the goal, and what it ends with. */
@MojoTest
class CreateMojoTest {
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
    void waitsAndChangesNoTablesUnlessTold(CreateMojo mojo) {
        assertThat(mojo.wait).isEqualTo("true");
        assertThat(mojo.createTables).isEqualTo("false");
        assertThat(mojo.retryFailed).isEqualTo("false");
        assertThat(mojo.skip).isEqualTo("false");
        assertThat(mojo.timeout).isNull();
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    @MojoParameter(name = "skip", value = "true")
    @MojoParameter(name = "endpoint", value = "not even a URL")
    void doesNothingWhenSkipped(CreateMojo mojo) throws Exception {
        mojo.execute();
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    @MojoParameter(name = "wait", value = "maybe")
    @MojoParameter(name = "account", value = "1234")
    @MojoParameter(name = "timeout", value = "0s")
    @MojoParameter(name = "maxAttempts", value = "0")
    void refusesAllBadValuesByNameAtOnce(CreateMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(
                        "gsi.wait is \"maybe\", but has to be true or false",
                        "gsi.account is \"1234\", but has to be the 12 digits",
                        "gsi.timeout is \"0s\"",
                        "gsi.maxAttempts is \"0\", but has to be a whole number from 1");
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    @MojoParameter(name = "account", value = "123456789012")
    void changesNothingInAnotherAccount(CreateMojo mojo) throws IOException {
        LocalTables.create(SERVER.uri(), "guarded");

        assertThatThrownBy(on(mojo, "guarded", "agent-index")::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("000000000000", "gsi.account is 123456789012", "Next: ");

        assertThat(indexesOf("guarded")).isZero();
        assertThat(folder).isDirectoryNotContaining("glob:**.gsi_creation_state*");
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    @MojoParameter(name = "account", value = "123456789012")
    @MojoParameter(name = "createTables", value = "true")
    void createsNoTableWhereNothingTellsTheAccount(CreateMojo mojo) throws IOException {
        assertThatThrownBy(on(mojo, "guarded-too", "agent-index")::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("account 123456789012 is expected", "Nothing was changed.", "Next: ");

        try (var client = LocalTables.client(SERVER.uri())) {
            assertThat(client.listTables().tableNames()).doesNotContain("guarded-too");
        }
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    @MojoParameter(name = "wait", value = "false")
    void leavesWithoutWaiting(CreateMojo mojo) throws Exception {
        LocalTables.create(SERVER.uri(), "left");

        on(mojo, "left", "agent-index", "second-index", "third-index", "fourth-index")
                .execute();

        // On a busy machine the first is ACTIVE before the look that follows its call, and the next can be started.
        assertThat(indexesOf("left")).isBetween(1, 3);
        assertThat(report()).contains("\"outcome\" : \"success\"", "\"ending\" : \"LEFT_BUILDING\"");
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    @MojoParameter(name = "timeout", value = "300ms")
    void isRedWhenTimeIsUpAndGoesOnLater(CreateMojo mojo) throws Exception {
        LocalTables.create(SERVER.uri(), "slow");

        assertThatThrownBy(on(mojo, "slow", "agent-index", "second-index", "third-index")::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("Still building, run again to go on", "State is kept");

        assertThat(folder.resolve(".gsi_creation_state.json")).exists();
        assertThat(report()).contains("\"outcome\" : \"failure\"", "\"ending\" : \"TIMED_OUT\"");
        mojo.timeout = null;

        mojo.execute();

        assertThat(indexesOf("slow")).isEqualTo(3);
        assertThat(report()).contains("\"outcome\" : \"success\"", "\"ending\" : \"COMPLETE\"");
    }

    private CreateMojo on(CreateMojo mojo, String table, String... indexes) throws IOException {
        mojo.definitions = Files.writeString(folder.resolve("gsis.json"), LocalTables.definition(table, indexes))
                .toString();
        mojo.stateDir = folder.toString();
        mojo.endpoint = SERVER.uri().toString();
        mojo.reportFile = folder.resolve("report.json").toString();
        return mojo;
    }

    private String report() throws IOException {
        return Files.readString(folder.resolve("report.json"));
    }

    private static int indexesOf(String name) {
        try (var client = LocalTables.client(SERVER.uri())) {
            return client.describeTable(request -> request.tableName(name))
                    .table()
                    .globalSecondaryIndexes()
                    .size();
        }
    }
}
