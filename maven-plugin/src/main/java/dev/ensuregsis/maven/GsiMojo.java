package dev.ensuregsis.maven;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.maven.internal.aws.LoginException;
import dev.ensuregsis.maven.internal.console.Line;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.PropertyNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What all goals have in common: where they work, and their order. Skip; read what the user gave and refuse what is
 * wrong with it; only then look at anything.
 */
abstract class GsiMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    MojoExecution execution;

    /**
     * Where the state file {@code .gsi_creation_state.json} lies. Default: the module's folder; from the command line
     * the folder of the reactor's root; without a project the working directory. With
     * {@code gsi.endpoint=embedded} there is no state file unless this is given.
     */
    @Parameter(property = "gsi.stateDir")
    @Nullable
    String stateDir;

    /** Does nothing. */
    @Parameter(property = "gsi.skip", defaultValue = "false")
    String skip = "false";

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        var options = new OptionReader();
        if (options.flag("gsi.skip", skip)) {
            getLog().info("Skipped (gsi.skip).");
            return;
        }
        PropertyNames.check(
                options,
                session.getUserProperties().stringPropertyNames(),
                project.getProperties().stringPropertyNames());
        try {
            run(options, Workplace.of(session, project, execution));
        } catch (LoginException | RefusedException | DefinitionException | StateException refused) {
            throw new MojoFailureException(refused.getMessage(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MojoFailureException("Interrupted.", interrupted);
        } catch (IOException broken) {
            throw new MojoExecutionException(broken.getMessage(), broken);
        }
    }

    /** The goal's name without prefix. */
    abstract String goalName();

    abstract void run(OptionReader options, Workplace workplace)
            throws LoginException, RefusedException, IOException, InterruptedException, MojoFailureException;

    final Path stateDirectory(Workplace workplace) {
        return stateDir == null ? workplace.root() : workplace.root().resolve(stateDir);
    }

    /** The properties of the project, and over them those of the command line. */
    final Map<String, String> properties() {
        var properties = new HashMap<String, String>();
        project.getProperties().forEach((name, value) -> properties.put(name.toString(), value.toString()));
        session.getUserProperties().forEach((name, value) -> properties.put(name.toString(), value.toString()));
        return properties;
    }

    static void refuseFaults(OptionReader options) throws RefusedException {
        if (!options.faults().isEmpty()) {
            throw new RefusedException(String.join(System.lineSeparator(), options.faults()));
        }
    }

    final void print(List<Line> lines) {
        lines.forEach(line -> {
            switch (line.level()) {
                case INFO -> getLog().info(line.text());
                case WARNING -> getLog().warn(line.text());
            }
        });
    }
}
