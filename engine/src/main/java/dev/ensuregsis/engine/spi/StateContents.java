package dev.ensuregsis.engine.spi;

import dev.ensuregsis.engine.definition.IndexId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What earlier runs left, whole. Immutable.
 *
 * @param scriptName who made it
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param target the DynamoDB that it is about, as far as that is recorded
 * @param entries what is recorded of each index, in the order of the state
 */
public record StateContents(
        String scriptName, Instant createdAt, Instant updatedAt, Target target, Map<IndexId, GsiEntry> entries) {

    /** Copies the map, in its order. */
    public StateContents {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /**
     * Entries by their indexes, in order.
     *
     * @param entries entries; of two for one index the later stands
     * @return a map to make contents of
     */
    public static Map<IndexId, GsiEntry> byIndex(Collection<GsiEntry> entries) {
        var byIndex = new LinkedHashMap<IndexId, GsiEntry>();
        entries.forEach(entry -> byIndex.put(entry.id(), entry));
        return byIndex;
    }

    /**
     * What is recorded of an index.
     *
     * @param id which
     * @return its entry; empty if there is none
     */
    public Optional<GsiEntry> entry(IndexId id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * The counts.
     *
     * @return how many entries there are in each status
     */
    public StateSummary summary() {
        return StateSummary.of(entries.values());
    }
}
