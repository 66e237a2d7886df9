package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.MavenRunner;
import dev.ensuregsis.maven.internal.goal.PlanGoal;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows what {@code gsi:create} would do now, why, and how much work it is. Changes nothing. */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends EnsuringMojo {

    /** Fails the build if there is anything to do; with {@code gsi.retryFailed}, if there is anything to retry. */
    @Parameter(property = "gsi.failIfPending", defaultValue = "false")
    @Nullable
    String failIfPending;

    /**
     * Made by Maven.
     *
     * @param runner runs goals
     * @param goal what this one does
     */
    @Inject
    public PlanMojo(MavenRunner runner, PlanGoal goal) {
        super(runner, goal);
    }

    @Override
    void handOn(GivenOptions given) {
        super.handOn(given);
        given.put("gsi.failIfPending", failIfPending);
    }
}
