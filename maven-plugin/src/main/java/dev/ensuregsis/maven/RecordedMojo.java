package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.Goal;
import dev.ensuregsis.maven.internal.goal.MavenRunner;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that say which state tells of earlier runs. */
abstract class RecordedMojo extends ConnectedMojo {

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

    /**
     * Where the state is kept: {@code file}, or {@code dynamodb:TABLE} for a table of DynamoDB, which machines that come and
     * go share under a lease.
     */
    @Parameter(property = "gsi.state", defaultValue = "file")
    @Nullable
    String state;

    /** Makes the table that holds the state where it is missing. */
    @Parameter(property = "gsi.createStateTable", defaultValue = "false")
    @Nullable
    String createStateTable;

    /** The region of the table that holds the state. Default: that of the tables. */
    @Parameter(property = "gsi.stateRegion")
    @Nullable
    String stateRegion;

    /** The profile that the table which holds the state is used by. Default: as the tables are. */
    @Parameter(property = "gsi.stateProfile")
    @Nullable
    String stateProfile;

    /** The endpoint of the table that holds the state. Default: that of the tables. */
    @Parameter(property = "gsi.stateEndpoint")
    @Nullable
    String stateEndpoint;

    /**
     * With a state in a table: true takes a state file in, and archives the file; false leaves it alone. Default: where both
     * hold something the goal is refused.
     */
    @Parameter(property = "gsi.importState")
    @Nullable
    String importState;

    /**
     * How long to wait for another run that has the state and lives, like {@code 10m}. Default: 0, refused as soon as it is
     * seen to live; one that stands still is taken over when its lease is over.
     */
    @Parameter(property = "gsi.lockTimeout", defaultValue = "0")
    @Nullable
    String lockTimeout;

    RecordedMojo(MavenRunner runner, Goal goal) {
        super(runner, goal);
    }

    @Override
    void handOn(GivenOptions given) {
        super.handOn(given);
        given.put("gsi.stateDir", stateDir);
        given.put("gsi.scriptName", scriptName);
        given.put("gsi.state", state);
        given.put("gsi.createStateTable", createStateTable);
        given.put("gsi.stateRegion", stateRegion);
        given.put("gsi.stateProfile", stateProfile);
        given.put("gsi.stateEndpoint", stateEndpoint);
        given.put("gsi.importState", importState);
        given.put("gsi.lockTimeout", lockTimeout);
    }
}
