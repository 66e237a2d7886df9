package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.MavenRunner;
import dev.ensuregsis.maven.internal.goal.StatusGoal;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows where the creation of each index stands: what the state file says beside what DynamoDB says. Changes nothing and
 * takes no lock, so it can be run beside a {@code gsi:create}.
 */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
public final class StatusMojo extends DefinitionsMojo {

    /** A file to write the state to, in the format of the state file. What was there is replaced. */
    @Parameter(property = "gsi.exportState")
    @Nullable
    String exportState;

    /** Shows so many runs that have ended, the last one first. */
    @Parameter(property = "gsi.history", defaultValue = "0")
    @Nullable
    String history;

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

    @Override
    void handOn(GivenOptions given) {
        super.handOn(given);
        given.put("gsi.exportState", exportState);
        given.put("gsi.history", history);
    }
}
