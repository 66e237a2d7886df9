package dev.ensuregsis.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class ArchiveMojoTest {
    private static final String POM = "src/test/resources/mojo/pom.xml";
    private static final String HALF_DONE = """
            {"version": "1.0", "created_at": "2026-02-01T10:30:00Z", "updated_at": "2026-02-01T10:35:00Z",
             "script_name": "flights", "gsis": {"bookings.agent-index": {
               "table_name": "bookings", "index_name": "agent-index", "status": "failed",
               "creation_time": "2026-02-01T10:31:00Z", "retry_count": 5, "last_error": "too many"}}}
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    @InjectMojo(goal = "archive", pom = POM)
    void keepsWhatIsNotDone(ArchiveMojo mojo) throws IOException {
        Files.writeString(folder.resolve(".gsi_creation_state.json"), HALF_DONE);
        mojo.stateDir = folder.toString();

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("gsi.force");

        assertThat(folder.resolve(".gsi_creation_state.json")).hasContent(HALF_DONE);
    }

    @Test
    @InjectMojo(goal = "archive", pom = POM)
    @MojoParameter(name = "force", value = "true")
    void putsItAwayWhenForced(ArchiveMojo mojo) throws IOException, MojoExecutionException, MojoFailureException {
        Files.writeString(folder.resolve(".gsi_creation_state.json"), HALF_DONE);
        mojo.stateDir = folder.toString();

        mojo.execute();

        assertThat(folder).isDirectoryContaining("glob:**.gsi_creation_state_????????_??????.json");
        assertThat(folder.resolve(".gsi_creation_state.json")).doesNotExist();
    }
}
