package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.MavenRunner;
import dev.ensuregsis.maven.internal.goal.ReplaceGoal;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Replaces the indexes that {@code gsi.indexes} names in full, {@code table/index}, and that exist otherwise than defined: each
 * is deleted, then created as it is defined. Queries on it fail in between.
 */
@Mojo(name = "replace", requiresProject = false, threadSafe = true)
public final class ReplaceMojo extends RemovingMojo {

    /**
     * Made by Maven.
     *
     * @param runner runs goals
     * @param goal what this one does
     */
    @Inject
    public ReplaceMojo(MavenRunner runner, ReplaceGoal goal) {
        super(runner, goal);
    }
}
