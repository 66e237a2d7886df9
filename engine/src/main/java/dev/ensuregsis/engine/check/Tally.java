package dev.ensuregsis.engine.check;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was read of a table.
 *
 * @param items how many items
 * @param readUnits what it took
 * @param indexes how they stand to each index, by its name
 */
public record Tally(long items, double readUnits, Map<String, IndexTally> indexes) {

    /** Nothing was read. */
    public static final Tally NONE = new Tally(0, 0, Map.of());

    /** Copies the map. */
    public Tally {
        indexes = Map.copyOf(indexes);
    }

    /**
     * How the items stand to one index.
     *
     * @param indexName the index
     * @return the counts
     */
    public IndexTally of(String indexName) {
        return indexes.getOrDefault(indexName, IndexTally.NONE);
    }

    /**
     * Both together.
     *
     * @param other what was read besides
     * @return the sum
     */
    public Tally plus(Tally other) {
        var both = new LinkedHashMap<>(indexes);
        other.indexes.forEach((name, tally) -> both.merge(name, tally, IndexTally::plus));
        return new Tally(items + other.items, readUnits + other.readUnits, both);
    }
}
