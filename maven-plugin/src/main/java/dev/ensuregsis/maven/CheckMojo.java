package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.CheckGoal;
import dev.ensuregsis.maven.internal.goal.MavenRunner;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of tables and counts, for each index that is defined or there, those that it leaves out: DynamoDB does
 * so without an error, and refuses later writes of such items. Changes nothing, and prints no item's values.
 */
@Mojo(name = "check", requiresProject = false, threadSafe = true)
public final class CheckMojo extends DefinitionsMojo {

    /** How much of each table is read: a share like {@code 10%}, or a number of items. Default: every item. */
    @Parameter(property = "gsi.checkSample")
    @Nullable
    String checkSample;

    /**
     * How many read units a second to take of each table at most. Default: half of what it has; on an emulator no limit.
     */
    @Parameter(property = "gsi.checkReadCapacity")
    @Nullable
    String checkReadCapacity;

    /**
     * Where to write the table keys of the items that are left out, as CSV readable by its owner only. A check that is
     * killed goes on where it was. Default: nowhere.
     */
    @Parameter(property = "gsi.checkFile")
    @Nullable
    String checkFile;

    /** Fails the build if an item that was read is left out of an index, and not by design. */
    @Parameter(property = "gsi.failOnMisfit", defaultValue = "true")
    @Nullable
    String failOnMisfit;

    /** How long between two lines while it reads. Default: 1 min in batch mode, else 15 s. */
    @Parameter(property = "gsi.progressInterval")
    @Nullable
    String progressInterval;

    /**
     * Made by Maven.
     *
     * @param runner runs goals
     * @param goal what this one does
     */
    @Inject
    public CheckMojo(MavenRunner runner, CheckGoal goal) {
        super(runner, goal);
    }

    @Override
    void handOn(GivenOptions given) {
        super.handOn(given);
        given.put("gsi.checkSample", checkSample);
        given.put("gsi.checkReadCapacity", checkReadCapacity);
        given.put("gsi.checkFile", checkFile);
        given.put("gsi.failOnMisfit", failOnMisfit);
        given.put("gsi.progressInterval", progressInterval);
    }
}
