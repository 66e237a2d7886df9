package dev.ensuregsis.maven;

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

/** {@code gsi.failIfPending} is red where the same create would have something to do, or be red itself. */
@MojoTest
class PlanMojoTest {
    private static final String POM = "src/test/resources/mojo/pom.xml";
    private static final EmbeddedServer SERVER = EmbeddedServer.start();

    @TempDir
    Path folder = Path.of("");

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    @MojoParameter(name = "failIfPending", value = "true")
    void isRedWhereAnIndexIsMissing(PlanMojo mojo) throws Exception {
        assertIsRed(on(mojo, "missing", ""));
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    @MojoParameter(name = "failIfPending", value = "true")
    void isRedWhereAnIndexFailedBefore(PlanMojo mojo) throws Exception {
        assertIsRed(on(mojo, "failed", "failed"));
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    @MojoParameter(name = "failIfPending", value = "true")
    @MojoParameter(name = "retryFailed", value = "true")
    void ofARetryIsRedWhereSomethingIsToBeRetried(PlanMojo mojo) throws Exception {
        assertIsRed(on(mojo, "retried", "failed"));
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    @MojoParameter(name = "failIfPending", value = "true")
    @MojoParameter(name = "retryFailed", value = "true")
    void ofARetryIsGreenWhereNothingFailed(PlanMojo mojo) throws Exception {
        on(mojo, "pending", "pending").execute();
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    @MojoParameter(name = "failIfPending", value = "true")
    @MojoParameter(name = "retryFailed", value = "true")
    void ofARetryIsRedWhereNoEarlierRunTellsWhatFailed(PlanMojo mojo) throws Exception {
        assertIsRed(on(mojo, "unknown", ""));
    }

    private static void assertIsRed(PlanMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("There is something to do (gsi.failIfPending)");
    }

    private PlanMojo on(PlanMojo mojo, String table, String recorded) throws IOException {
        LocalTables.create(SERVER.uri(), table);
        mojo.definitions = Files.writeString(folder.resolve("gsis.json"), LocalTables.definition(table, "agent-index"))
                .toString();
        if (!recorded.isEmpty()) {
            Files.writeString(folder.resolve(".gsi_creation_state.json"), """
                    {"version": "1.0", "created_at": "2026-02-01T10:30:00Z", "updated_at": "2026-02-01T10:35:00Z",
                     "script_name": "x", "gsis": {"%1$s.agent-index": {"table_name": "%1$s",
                       "index_name": "agent-index", "status": "%2$s", "creation_time": null, "retry_count": 0,
                       "last_error": null}}}
                    """.formatted(table, recorded));
        }
        mojo.stateDir = folder.toString();
        mojo.endpoint = SERVER.uri().toString();
        return mojo;
    }
}
