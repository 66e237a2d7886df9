package dev.ensuregsis.engine.check;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.KeySchema;
import org.jspecify.annotations.Nullable;

/**
 * How a table's items stand to one index.
 *
 * @param id the index
 * @param key the key that was asked for: the defined one where there is one
 * @param defined whether it is defined
 * @param live whether the table had it when the check began
 * @param read how the items that were read stand to it
 * @param whole between which numbers the counts of the whole table lie; null if all of it was read
 */
public record IndexCheck(
        IndexId id,
        KeySchema key,
        boolean defined,
        boolean live,
        IndexTally read,
        @Nullable Whole whole) {

    /**
     * Ranges for the whole table, from a sample.
     *
     * @param indexed items in the index
     * @param sparse items left out by design
     * @param misfits misfits
     */
    public record Whole(CountRange indexed, CountRange sparse, CountRange misfits) {}
}
