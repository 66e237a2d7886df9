package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.MavenRunner;
import dev.ensuregsis.maven.internal.goal.StatusGoal;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Shows where the creation of each index stands: what the state file says beside what DynamoDB says. Changes nothing and
 * takes no lock, so it can be run beside a {@code gsi:create}.
 */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
public final class StatusMojo extends RecordedMojo {

    /**
     * Made by Maven.
     *
     * @param runner runs goals
     * @param goal what this one does
     */
    @Inject
    public StatusMojo(MavenRunner runner, StatusGoal goal) {
        super(runner, goal);
    }
}
