package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.build.MavenExecution;
import dev.ensuregsis.maven.internal.console.Line;
import dev.ensuregsis.maven.internal.goal.Complaint;
import dev.ensuregsis.maven.internal.goal.Goal;
import dev.ensuregsis.maven.internal.goal.MavenRunner;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * A goal as Maven sees it: parameters, which it hands on as they were given, and how the build ends. What the goal does
 * is a service's. A parameter has to be a field of a mojo to be in the plugin's descriptor; so each group of them is an
 * abstract mojo with nothing else in it.
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

    /** Does nothing. */
    @Parameter(property = "gsi.skip", defaultValue = "false")
    @Nullable
    String skip;

    private final MavenRunner runner;
    private final Goal goal;

    GsiMojo(MavenRunner runner, Goal goal) {
        this.runner = runner;
        this.goal = goal;
    }

    /** Hands on what was given for each parameter. */
    void handOn(GivenOptions given) {
        given.put("gsi.skip", skip);
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        var given = new GivenOptions();
        handOn(given);
        try {
            var complaint =
                    runner.run(goal, new MavenExecution(session, project, execution), given.byProperty(), this::print);
            if (complaint.isPresent()) {
                throw failure(complaint.get());
            }
        } catch (RefusedException refused) {
            throw new MojoFailureException(refused.getMessage(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MojoFailureException("Interrupted.", interrupted);
        } catch (IOException broken) {
            throw new MojoExecutionException(broken.getMessage(), broken);
        }
    }

    /** Maven shows the cause with {@code -e}, and its stack trace only then. */
    static MojoFailureException failure(Complaint complaint) {
        return new MojoFailureException(complaint.text(), complaint.cause());
    }

    private void print(List<Line> lines) {
        try {
            lines.forEach(this::print);
        } catch (IllegalStateException terminalIsClosed) {
            // Maven 4 closes it when the process is told to end; the run is still to be ended and reported.
        }
    }

    private void print(Line line) {
        switch (line.level()) {
            case INFO -> getLog().info(line.text());
            case WARNING -> getLog().warn(line.text());
            case COPY -> printAlone(line.text());
        }
    }

    /** Maven puts a mark before what goes through its log, and from Maven 4 on before what goes to System.out. */
    private void printAlone(String text) {
        if (getLog().isInfoEnabled()) {
            System.out.flush();
            new PrintStream(new FileOutputStream(FileDescriptor.out), true).println(text);
        }
    }
}
