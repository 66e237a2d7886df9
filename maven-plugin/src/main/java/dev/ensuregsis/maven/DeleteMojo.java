package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.DeleteGoal;
import dev.ensuregsis.maven.internal.goal.MavenRunner;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the indexes that {@code gsi.indexes} names in full, {@code table/index}, and that are not defined any more. With none
 * named it lists those that are live and not defined, each with its command, and changes nothing.
 */
@Mojo(name = "delete", requiresProject = false, threadSafe = true)
public final class DeleteMojo extends RemovingMojo {

    /** Deletes an index although it was read in the last 7 days, or although whether it was can't be known. */
    @Parameter(property = "gsi.force", defaultValue = "false")
    @Nullable
    String force;

    /**
     * Made by Maven.
     *
     * @param runner runs goals
     * @param goal what this one does
     */
    @Inject
    public DeleteMojo(MavenRunner runner, DeleteGoal goal) {
        super(runner, goal);
    }

    @Override
    void handOn(GivenOptions given) {
        super.handOn(given);
        given.put("gsi.force", force);
    }
}
