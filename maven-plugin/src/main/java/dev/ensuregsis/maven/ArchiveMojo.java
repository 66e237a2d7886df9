package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.ArchiveGoal;
import dev.ensuregsis.maven.internal.goal.MavenRunner;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Puts the state away by hand: a state file under a name with the time, a state in a table as a past one of its kind.
 * {@code gsi:create} does so by itself when everything is ACTIVE. For a state file DynamoDB is asked nothing.
 */
@Mojo(name = "archive", requiresProject = false, threadSafe = true)
public final class ArchiveMojo extends RecordedMojo {

    /** Puts it away although some indexes are pending, in progress or failed. */
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
    public ArchiveMojo(MavenRunner runner, ArchiveGoal goal) {
        super(runner, goal);
    }

    @Override
    void handOn(GivenOptions given) {
        super.handOn(given);
        given.put("gsi.force", force);
    }
}
