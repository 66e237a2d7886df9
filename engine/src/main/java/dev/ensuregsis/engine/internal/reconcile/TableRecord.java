package dev.ensuregsis.engine.internal.reconcile;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this run has tried and seen of one table: the memory that a decision may use, with durations instead of a clock.
 * Made for one decision; the map is not copied.
 *
 * @param sinceTrace how long ago the table was last seen, or its creation accepted; null if neither happened
 * @param seen whether any look of this run has shown the table
 * @param indexes the same for each index that the run works on
 */
record TableRecord(@Nullable Duration sinceTrace, boolean seen, Map<String, IndexRecord> indexes) {

    /**
     * What this run has tried and seen of one index.
     *
     * @param standing what the run may still do for it
     * @param adopted whether it was recorded as ACTIVE
     * @param sinceTrace how long ago it was last seen, or its creation accepted; null if neither happened
     * @param seen whether any look of this run has shown it since its creation was last asked for
     */
    record IndexRecord(
            Standing standing, boolean adopted, @Nullable Duration sinceTrace, boolean seen) {

        static IndexRecord untouched(Standing standing) {
            return new IndexRecord(standing, false, null, false);
        }
    }
}
