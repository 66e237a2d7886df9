package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.Phase;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The waits of a run: says, at a pace, that a table waits and for how long it has, and when to look again. */
final class Waits {
    private final Timeline timeline;
    private final Journal journal;
    private final OpenIndexes open;
    private final Duration progressInterval;
    private final PollingPace pace;
    private final ProgressWatch progress;

    Waits(Timeline timeline, Journal journal, OpenIndexes open, LoopOptions options, ProgressWatch progress) {
        this.timeline = timeline;
        this.journal = journal;
        this.open = open;
        this.progressInterval = options.progressInterval();
        this.pace = PollingPace.of(options.rules().local());
        this.progress = progress;
    }

    /** The table waits for this; when to look again. */
    Duration nextLook(TableWork table, @Nullable String indexName, Phase phase) {
        var now = timeline.now();
        var waited = table.waiting().goesOn(indexName, phase, now);
        var building = building(table, indexName, phase);
        building.ifPresent(index -> progress.seen(index, now));
        if (table.waiting().isTimeToTell(now, progressInterval)) {
            var known = building.map(index -> progress.progress(index, now)).orElse(null);
            journal.tell(
                    table.waiting(indexName, phase, waited, open.count(), null).with(known));
        }
        return pace.nextLook(waited);
    }

    /** What was waited for has come. */
    void areOver(TableWork table, IndexWork built) {
        table.waiting().isOver();
        progress.built(built);
    }

    /** What each of these tables is left waiting for. */
    List<GsiEvent.Waiting> unended(Collection<TableWork> tables) {
        var now = timeline.now();
        return tables.stream()
                .flatMap(table -> table.unended(now, open.count()).stream())
                .toList();
    }

    private static Optional<IndexWork> building(TableWork table, @Nullable String indexName, Phase phase) {
        return phase == Phase.ALLOCATING || phase == Phase.BACKFILLING ? table.find(indexName) : Optional.empty();
    }

    /** DynamoDB refused for now what was asked for, and has done so for this long. */
    void refused(TableWork table, List<? extends Work> works, Refusal refusal) {
        works.forEach(work -> {
            if (work instanceof IndexWork index) {
                index.refused(refusal.failure());
                journal.refused(index, refusal.failure());
            }
        });
        var now = timeline.now();
        var indexName = works.size() == 1 && works.get(0) instanceof IndexWork index
                ? index.id().indexName()
                : null;
        table.waiting()
                .isRefused(new TableWait.Last(indexName, refusal.phase(), refusal.failure(), refusal.inARow(), now));
        if (table.waiting().isTimeToTell(now, progressInterval)) {
            journal.tell(table.waiting(indexName, refusal.phase(), refusal.inARow(), open.count(), refusal.failure()));
        }
    }

    /**
     * A refusal that costs time only.
     *
     * @param phase what is waited for
     * @param inARow for how long changes of the table have been refused
     * @param failure what DynamoDB said
     */
    record Refusal(Phase phase, Duration inARow, Failure failure) {}

    /** When to look for what was just asked for. */
    Duration soonest() {
        return pace.shortest();
    }
}
