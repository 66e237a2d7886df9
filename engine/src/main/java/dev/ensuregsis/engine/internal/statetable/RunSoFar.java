package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.EndedRun.Deed;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateSummary;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a session has seen of its run: enough to say how it ended when its process is told to end, and the run itself comes
 * to say nothing any more. Not thread-safe.
 */
final class RunSoFar {
    /** As a run that comes to its end calls it. */
    private static final String INTERRUPTED = "interrupted";

    private final Instant since;
    private final Map<IndexId, GsiEntry> entries = new LinkedHashMap<>();
    private final Map<IndexId, Deed> created = new LinkedHashMap<>();
    private final Map<IndexId, Deed> failed = new LinkedHashMap<>();
    private boolean begun;
    private boolean changed;

    /** Begins with the first change of a run. */
    RunSoFar(Instant since) {
        this.since = since;
    }

    /** What the run knows of. What was written before is older than it. */
    void begins(Collection<GsiEntry> known) {
        begun = true;
        known.forEach(entry -> entries.put(entry.id(), entry));
    }

    void recorded(GsiEntry entry) {
        changed |= begun;
        var id = entry.id();
        var before = entries.put(id, entry);
        created.remove(id);
        failed.remove(id);
        if (entry.status() == GsiStatus.ACTIVE && wasUnderWay(before)) {
            created.put(id, new Deed(id, entry.activeTime()));
        } else if (begun && entry.status() == GsiStatus.FAILED) {
            failed.put(id, new Deed(id, null));
        }
    }

    private static boolean wasUnderWay(@Nullable GsiEntry before) {
        return before != null && before.status() == GsiStatus.IN_PROGRESS;
    }

    void dropped(IndexId id) {
        changed |= begun;
        entries.remove(id);
    }

    /** The run, interrupted now; empty if it changed nothing. */
    Optional<EndedRun> interrupted(Instant now) {
        return changed
                ? Optional.of(new EndedRun(
                        since,
                        now,
                        null,
                        INTERRUPTED,
                        StateSummary.of(entries.values()),
                        List.copyOf(created.values()),
                        List.copyOf(failed.values())))
                : Optional.empty();
    }
}
