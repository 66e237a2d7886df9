package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.Goal;
import dev.ensuregsis.maven.internal.goal.MavenRunner;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that say what may be created: of the goal that creates, and of the one that foretells it. */
abstract class EnsuringMojo extends DefinitionsMojo {

    /** Tries only the indexes that failed in an earlier run; pending ones stay pending. */
    @Parameter(property = "gsi.retryFailed", defaultValue = "false")
    @Nullable
    String retryFailed;

    /** Creates missing tables too, each with all its indexes in one call. Needs the table's whole definition. */
    @Parameter(property = "gsi.createTables", defaultValue = "false")
    @Nullable
    String createTables;

    /**
     * Provisioned tables: builds each index with at least this write capacity, and lowers it to the defined or the table's
     * when the index is ACTIVE. Refused by tables on demand. Default: each is built with its own.
     */
    @Parameter(property = "gsi.backfillWriteCapacity")
    @Nullable
    String backfillWriteCapacity;

    EnsuringMojo(MavenRunner runner, Goal goal) {
        super(runner, goal);
    }

    @Override
    void handOn(GivenOptions given) {
        super.handOn(given);
        given.put("gsi.retryFailed", retryFailed);
        given.put("gsi.createTables", createTables);
        given.put("gsi.backfillWriteCapacity", backfillWriteCapacity);
    }
}
