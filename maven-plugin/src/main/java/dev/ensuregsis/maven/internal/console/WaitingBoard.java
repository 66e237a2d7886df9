package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiEvent.AttemptFailed;
import dev.ensuregsis.engine.event.GsiEvent.CreatingIndex;
import dev.ensuregsis.engine.event.GsiEvent.CreatingTable;
import dev.ensuregsis.engine.event.GsiEvent.IndexCreated;
import dev.ensuregsis.engine.event.GsiEvent.IndexFailed;
import dev.ensuregsis.engine.event.GsiEvent.IndexSkipped;
import dev.ensuregsis.engine.event.GsiEvent.RunStarted;
import dev.ensuregsis.engine.event.GsiEvent.TableFailed;
import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run waits for, kept up to date by its events, and when it is time to say so again. It is told of each look at a
 * waiting table, and speaks at a pace, of all tables at once. Not thread-safe: events come one at a time.
 */
public final class WaitingBoard {
    private final Duration interval;
    private final WaitingDetail detail;
    private final Map<String, Wait> waits = new LinkedHashMap<>();
    private final Set<String> tablesAlone = new HashSet<>();
    private Instant start = Instant.MAX;
    private Instant spokeAt = Instant.MAX;
    private int active;
    private int failed;

    /**
     * A board without waits.
     *
     * @param interval how long between two times that it speaks
     * @param detail how much it says
     */
    public WaitingBoard(Duration interval, WaitingDetail detail) {
        this.interval = interval;
        this.detail = detail;
    }

    /**
     * Takes in an event.
     *
     * @param event what happened
     * @param now when
     * @return the lines to print if it is time for them; else none
     */
    List<Line> lines(GsiEvent event, Instant now) {
        if (event instanceof Waiting waiting) {
            return tablesAlone.contains(waiting.tableName()) ? List.of() : waiting(waiting, now);
        }
        if (event instanceof RunStarted) {
            start = now;
            spokeAt = now;
        } else if (event instanceof IndexSkipped) {
            active++;
        } else if (event instanceof IndexCreated created) {
            active++;
            waits.remove(created.index().tableName());
        } else if (event instanceof IndexFailed gaveUp) {
            failed++;
            waits.remove(gaveUp.index().tableName());
        } else if (event instanceof AttemptFailed attempt) {
            waits.remove(attempt.index().tableName());
        } else if (event instanceof CreatingIndex creating) {
            waits.remove(creating.index().tableName());
        } else if (event instanceof CreatingTable creating && creating.indexes().isEmpty()) {
            // It takes seconds, and no event tells its end.
            tablesAlone.add(creating.tableName());
        } else if (event instanceof TableFailed gaveUp) {
            waits.remove(gaveUp.tableName());
        }
        return List.of();
    }

    private List<Line> waiting(Waiting waiting, Instant now) {
        waits.put(waiting.tableName(), new Wait(waiting, now.minus(waiting.elapsed())));
        if (Duration.between(spokeAt, now).compareTo(interval) < 0) {
            return List.of();
        }
        spokeAt = now;
        var tables = waits.values().stream().map(wait -> wait.at(now)).toList();
        return WaitingText.lines(
                new Waits(Duration.between(start, now), active, failed, waiting.remaining(), tables), detail);
    }

    /** A wait of one table, as it was told last, and when it began. */
    private record Wait(Waiting told, Instant since) {
        Waiting at(Instant now) {
            return new Waiting(
                    told.tableName(),
                    told.indexName(),
                    told.phase(),
                    Duration.between(since, now),
                    told.itemCount(),
                    told.indexItemCount(),
                    told.behind(),
                    told.remaining());
        }
    }
}
