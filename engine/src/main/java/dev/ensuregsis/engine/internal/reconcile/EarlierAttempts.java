package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How many attempts of earlier runs used one up, by index: as recorded when this run first has to do with it. */
final class EarlierAttempts {
    private final Map<IndexId, Integer> counts = new HashMap<>();

    int at(IndexId id, Optional<GsiEntry> recorded) {
        return counts.computeIfAbsent(
                id, first -> recorded.map(GsiEntry::retryCount).orElse(0));
    }

    /** An attempt that an earlier run began and nobody saw the end of: the index isn't there, so it counts. */
    void countInterrupted(IndexId id, Optional<GsiEntry> recorded) {
        var interrupted = recorded.filter(entry -> entry.status() == GsiStatus.IN_PROGRESS);
        counts.computeIfAbsent(
                id, first -> recorded.map(GsiEntry::retryCount).orElse(0) + (interrupted.isPresent() ? 1 : 0));
    }
}
