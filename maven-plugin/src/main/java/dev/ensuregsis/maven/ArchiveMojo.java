package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.ArchiveGoal;
import dev.ensuregsis.maven.internal.goal.MavenRunner;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Puts the state file away by hand, under a name with the time. {@code gsi:create} does so by itself when everything is
 * ACTIVE. Asks DynamoDB nothing.
 */
@Mojo(name = "archive", requiresProject = false, threadSafe = true)
public final class ArchiveMojo extends GsiMojo {

    /**
     * Where the state file {@code .gsi_creation_state.json} lies. Default: the module's folder; from the command line
     * the folder of the reactor's root; without a project the working directory.
     */
    @Parameter(property = "gsi.stateDir")
    @Nullable
    String stateDir;

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
        given.put("gsi.stateDir", stateDir);
        given.put("gsi.force", force);
    }
}
