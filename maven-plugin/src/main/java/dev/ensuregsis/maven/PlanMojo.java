package dev.ensuregsis.maven;

import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.maven.internal.aws.LoginException;
import dev.ensuregsis.maven.internal.console.PlanText;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.report.Reports;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** Shows what {@code gsi:create} would do now, why, and how much work it is. Changes nothing. */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends EnsuringMojo {

    /** Fails the build if there is anything to do; with {@code gsi.retryFailed}, if there is anything to retry. */
    @Parameter(property = "gsi.failIfPending", defaultValue = "false")
    String failIfPending = "false";

    private boolean redIfPending;

    /**
     * Made by Maven.
     *
     * @param repositorySystem resolves the embedded DynamoDB Local
     * @param dependenciesResolver resolves what the project's beans need
     * @param settingsDecrypter decrypts a server's password
     */
    @Inject
    public PlanMojo(
            RepositorySystem repositorySystem,
            ProjectDependenciesResolver dependenciesResolver,
            SettingsDecrypter settingsDecrypter) {
        super(repositorySystem, dependenciesResolver, settingsDecrypter);
    }

    @Override
    String goalName() {
        return "plan";
    }

    @Override
    void readOptions(OptionReader options) {
        super.readOptions(options);
        redIfPending = options.flag("gsi.failIfPending", failIfPending);
    }

    @Override
    void run(TableGoal goal)
            throws LoginException, RefusedException, IOException, InterruptedException, MojoFailureException {
        try (var client = goal.connect();
                var state = goal.openState()) {
            var plan = allowed(goal.engine(state, goal.controlPlane(client)))
                    .build()
                    .plan(goal.definitions());
            print(PlanText.lines(plan));
            var complaint = complaint(plan, state.loaded().isPresent());
            goal.finish(Reports.of(plan, complaint), complaint);
        }
    }

    /** A retry may leave pending what is pending, if there is an earlier run to know from: so does create. */
    private @Nullable String complaint(Plan plan, boolean earlierRun) {
        return redIfPending && !plan.isEmpty() && !(earlierRun && plan.retriesNothing())
                ? "There is something to do (gsi.failIfPending): see the plan above. To do it: "
                        + TypedCommand.create(session, execution)
                : null;
    }
}
