package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.Goal;
import dev.ensuregsis.maven.internal.goal.MavenRunner;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that say which state tells of earlier runs. */
abstract class RecordedMojo extends DefinitionsMojo {

    /**
     * Where the state file {@code .gsi_creation_state.json} lies. Default: the module's folder; from the command line
     * the folder of the reactor's root; without a project the working directory. With
     * {@code gsi.endpoint=embedded} there is no state file unless this is given.
     */
    @Parameter(property = "gsi.stateDir")
    @Nullable
    String stateDir;

    /** What the state file calls the one who runs. Default: the artifactId, or gsi-maven-plugin without a project. */
    @Parameter(property = "gsi.scriptName")
    @Nullable
    String scriptName;

    RecordedMojo(MavenRunner runner, Goal goal) {
        super(runner, goal);
    }

    @Override
    void handOn(GivenOptions given) {
        super.handOn(given);
        given.put("gsi.stateDir", stateDir);
        given.put("gsi.scriptName", scriptName);
    }
}
