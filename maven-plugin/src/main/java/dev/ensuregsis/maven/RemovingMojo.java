package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.Goal;
import dev.ensuregsis.maven.internal.goal.MavenRunner;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the goals that delete what is named in {@code gsi.indexes}: each in full, {@code table/index}. */
abstract class RemovingMojo extends DefinitionsMojo {

    /** Nobody leaves while an index is being deleted: false is refused. */
    @Parameter(property = "gsi.wait", defaultValue = "true")
    @Nullable
    String wait;

    /**
     * Stops waiting after this long, like {@code 90m}; state is kept. What was deleted to be replaced is asked for first.
     * Default: never.
     */
    @Parameter(property = "gsi.timeout")
    @Nullable
    String timeout;

    /** Fails a table that refuses its next change while nothing on it changes for this long. Default: 1 h. */
    @Parameter(property = "gsi.stallTimeout")
    @Nullable
    String stallTimeout;

    /** How long between two reports while waiting. Default: a minute in batch mode, 15 s on a terminal. */
    @Parameter(property = "gsi.progressInterval")
    @Nullable
    String progressInterval;

    /** How often a deletion or a creation is attempted in one run. Default: 5. */
    @Parameter(property = "gsi.maxAttempts")
    @Nullable
    String maxAttempts;

    RemovingMojo(MavenRunner runner, Goal goal) {
        super(runner, goal);
    }

    @Override
    void handOn(GivenOptions given) {
        super.handOn(given);
        given.put("gsi.wait", wait);
        given.put("gsi.timeout", timeout);
        given.put("gsi.stallTimeout", stallTimeout);
        given.put("gsi.progressInterval", progressInterval);
        given.put("gsi.maxAttempts", maxAttempts);
    }
}
