package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.MavenRunner;
import dev.ensuregsis.maven.internal.goal.RunGoal;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Runs a DynamoDB Local with all tables and indexes that are defined, on the loopback address, until Ctrl-C. What is added
 * to the definitions meanwhile is created. It is always a server of its own: {@code gsi.endpoint}, {@code gsi.profile} and
 * {@code gsi.serverId} make no difference.
 */
@Mojo(name = "run", requiresProject = false, threadSafe = true)
public final class RunMojo extends DefinitionsMojo {

    /**
     * Made by Maven.
     *
     * @param runner runs goals
     * @param goal what this one does
     */
    @Inject
    public RunMojo(MavenRunner runner, RunGoal goal) {
        super(runner, goal);
    }
}
