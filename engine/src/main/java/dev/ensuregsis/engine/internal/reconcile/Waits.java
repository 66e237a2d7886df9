package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.Phase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The waits of a run: says, at a pace, that a table waits and for how long it has, and when to look again. */
final class Waits {
    private final Timeline timeline;
    private final Journal journal;
    private final OpenIndexes open;
    private final Duration progressInterval;
    private final PollingPace pace;

    Waits(Timeline timeline, Journal journal, OpenIndexes open, LoopOptions options) {
        this.timeline = timeline;
        this.journal = journal;
        this.open = open;
        this.progressInterval = options.progressInterval();
        this.pace = PollingPace.of(options.rules().local());
    }

    /** The table waits for this; when to look again. */
    Duration nextLook(TableWork table, @Nullable String indexName, Phase phase) {
        var now = timeline.now();
        var waited = table.waitedFor(indexName == null ? phase.name() : indexName, now);
        if (table.isTimeToTell(now, progressInterval)) {
            journal.tell(table.waiting(indexName, phase, waited, open.count()));
        }
        return pace.nextLook(waited);
    }

    /** When to look for what was just asked for. */
    Duration soonest() {
        return pace.shortest();
    }
}
