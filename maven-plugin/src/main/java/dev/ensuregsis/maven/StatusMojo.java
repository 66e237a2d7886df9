package dev.ensuregsis.maven;

import dev.ensuregsis.engine.StatusReport;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.maven.internal.aws.LoginException;
import dev.ensuregsis.maven.internal.aws.Unreachable;
import dev.ensuregsis.maven.internal.console.StatusText;
import dev.ensuregsis.maven.internal.report.Reports;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * Shows where the creation of each index stands: what the state file says beside what DynamoDB says. Changes nothing and
 * takes no lock, so it can be run beside a {@code gsi:create}.
 */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
public final class StatusMojo extends TableMojo {

    /**
     * Made by Maven.
     *
     * @param repositorySystem resolves the embedded DynamoDB Local
     * @param dependenciesResolver resolves what the project's beans need
     * @param settingsDecrypter decrypts a server's password
     */
    @Inject
    public StatusMojo(
            RepositorySystem repositorySystem,
            ProjectDependenciesResolver dependenciesResolver,
            SettingsDecrypter settingsDecrypter) {
        super(repositorySystem, dependenciesResolver, settingsDecrypter);
    }

    @Override
    String goalName() {
        return "status";
    }

    @Override
    void run(TableGoal goal) throws RefusedException, IOException, InterruptedException, MojoFailureException {
        try (var state = goal.openState()) {
            var status = session.isOffline() && !isEmbedded()
                    ? recorded(goal, state, "Maven is offline (-o).", "Leave out -o to look at DynamoDB.")
                    : compared(goal, state);
            print(StatusText.lines(status));
            goal.finish(Reports.of(status), null);
        }
    }

    private StatusReport compared(TableGoal goal, GsiStateManager state)
            throws RefusedException, IOException, InterruptedException {
        try (var client = goal.connect()) {
            return goal.engine(state, goal.controlPlane(client)).build().status(goal.definitions());
        } catch (LoginException unknown) {
            return recorded(goal, state, String.valueOf(unknown.getMessage()), "Then run it again.");
        }
    }

    /** What the state file says, and why DynamoDB was not asked. */
    private static StatusReport recorded(TableGoal goal, GsiStateManager state, String reason, String nextStep)
            throws InterruptedException {
        var report = goal.engine(state, new Unreachable(reason)).build().status(goal.definitions());
        var why = new Failure("NotAsked", reason, "DynamoDB was not asked.", false, nextStep);
        return new StatusReport(report.target(), report.stateFile(), report.rows(), why);
    }
}
