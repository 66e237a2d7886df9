package dev.ensuregsis.engine.estimate;

import dev.ensuregsis.engine.definition.IndexId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run is expected to take and to cost. What isn't known is null, and is in no sum.
 *
 * @param indexes each index that the run would build or wait for, in order
 * @param duration until all of those that something is known of are ACTIVE, tables side by side and the indexes of a table
 *     one after another; null if nothing is known of any
 * @param work what the backfills write
 * @param cost what that costs; null where the prices of the region aren't known here
 */
public record RunEstimate(
        List<IndexEstimate> indexes,
        @Nullable DurationRange duration,
        BuildWork work,
        @Nullable Cost cost) {

    /** Copies the list. */
    public RunEstimate {
        indexes = List.copyOf(indexes);
    }

    /**
     * The indexes that no duration can be said of.
     *
     * @return their names
     */
    public List<IndexId> unknown() {
        return indexes.stream()
                .filter(index -> index.duration() == null)
                .map(IndexEstimate::id)
                .toList();
    }

    /**
     * What is expected of one index.
     *
     * @param id which
     * @return its estimate; empty if the run doesn't build it
     */
    public Optional<IndexEstimate> of(IndexId id) {
        return indexes.stream().filter(index -> index.id().equals(id)).findFirst();
    }

    /**
     * How long one index is expected to take.
     *
     * @param id which
     * @return that; empty if it can't be said
     */
    public Optional<DurationRange> durationOf(IndexId id) {
        return of(id).map(IndexEstimate::duration).filter(Objects::nonNull);
    }
}
