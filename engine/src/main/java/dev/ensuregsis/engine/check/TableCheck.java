package dev.ensuregsis.engine.check;

import dev.ensuregsis.engine.event.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check found in one table.
 *
 * @param tableName the table
 * @param exists whether it existed when the check began
 * @param complete whether all was read that was to be: the table, or the sample of it
 * @param items how many items were read
 * @param readUnits what that took, over all runs where it was taken up again
 * @param indexes how they stand to each index, defined ones first
 * @param notes what to know of the counts
 * @param failure why it could not be read to the end; null if it could
 */
public record TableCheck(
        String tableName,
        boolean exists,
        boolean complete,
        long items,
        double readUnits,
        List<IndexCheck> indexes,
        List<String> notes,
        @Nullable Failure failure) {

    /** Copies the lists. */
    public TableCheck {
        indexes = List.copyOf(indexes);
        notes = List.copyOf(notes);
    }

    /**
     * The items that an index leaves out, or would leave out.
     *
     * @return how many of those that were read, added up over the indexes
     */
    public long misfits() {
        return indexes.stream().mapToLong(index -> index.read().misfits()).sum();
    }
}
