package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this run has tried and seen of one table: the memory that a decision may use, with durations instead of a clock.
 * Made for one decision; the map is not copied.
 *
 * @param sinceTrace how long ago the table was last seen, or its creation accepted; null if neither happened
 * @param seen whether any look of this run has shown the table
 * @param indexes the same for each index that the run works on; what it has not touched yet may be left out
 */
record TableRecord(@Nullable Duration sinceTrace, boolean seen, Map<String, IndexRecord> indexes) {

    /**
     * What this run has tried and seen of one index.
     *
     * @param standing what the run may still do for it
     * @param adopted whether it was recorded as ACTIVE
     * @param sinceTrace how long ago it was last seen, or its creation accepted; null if neither happened
     * @param seen whether any look of this run has shown it since its creation was last asked for
     * @param removal what it has to go for, and what was done for that; null if nothing of its name is to go
     * @param raised the capacity that it has for its build; null if it has its own
     * @param isHeld whether it may not be created yet, as its deletion may be on the way
     */
    record IndexRecord(
            Standing standing,
            boolean adopted,
            @Nullable Duration sinceTrace,
            boolean seen,
            @Nullable RemovalRecord removal,
            @Nullable RaisedRecord raised,
            boolean isHeld) {

        IndexRecord(Standing standing, boolean adopted, @Nullable Duration sinceTrace, boolean seen) {
            this(standing, adopted, sinceTrace, seen, null, null, false);
        }

        IndexRecord(
                Standing standing,
                boolean adopted,
                @Nullable Duration sinceTrace,
                boolean seen,
                @Nullable RemovalRecord removal) {
            this(standing, adopted, sinceTrace, seen, removal, null, false);
        }

        static IndexRecord untouched(Standing standing) {
            return new IndexRecord(standing, false, null, false);
        }
    }

    /**
     * What this run has done to be rid of one index.
     *
     * @param shape the index as the user was shown it: nothing else is deleted
     * @param gone whether it was seen gone
     * @param sinceAsked how long ago its deletion was accepted, by this run or an earlier one; null if it never was
     */
    record RemovalRecord(
            IndexShape shape, boolean gone, @Nullable Duration sinceAsked) {}

    /**
     * What this run has done to lower the capacity of one index again.
     *
     * @param capacity what it was raised to, by this run or an earlier one, and what it is to have
     * @param sinceAsked how long ago the lowering was last accepted; null if it never was
     * @param times how often it was accepted
     */
    record RaisedRecord(RaisedCapacity capacity, @Nullable Duration sinceAsked, int times) {}
}
