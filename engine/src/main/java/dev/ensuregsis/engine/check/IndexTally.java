package dev.ensuregsis.engine.check;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the items that were read stand to one index.
 *
 * @param indexed how many are in it
 * @param sparse how many are left out by design: they lack a key attribute
 * @param misfits how many are left out although they have what the key asks for, or a part of it
 * @param reasons how many of those for each reason; an item that has several counts under each
 */
public record IndexTally(long indexed, long sparse, long misfits, Map<Reason, Long> reasons) {

    /** Nothing was read. */
    public static final IndexTally NONE = new IndexTally(0, 0, 0, Map.of());

    /** Copies the map. */
    public IndexTally {
        reasons = Map.copyOf(reasons);
    }

    /**
     * Both together.
     *
     * @param other what was read besides
     * @return the sum
     */
    public IndexTally plus(IndexTally other) {
        var both = new LinkedHashMap<>(reasons);
        other.reasons.forEach((reason, count) -> both.merge(reason, count, Long::sum));
        return new IndexTally(indexed + other.indexed, sparse + other.sparse, misfits + other.misfits, both);
    }
}
