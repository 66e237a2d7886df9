package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiEvent.AttemptFailed;
import dev.ensuregsis.engine.event.GsiEvent.CreatingIndex;
import dev.ensuregsis.engine.event.GsiEvent.CreatingTable;
import dev.ensuregsis.engine.event.GsiEvent.CreationAccepted;
import dev.ensuregsis.engine.event.GsiEvent.DeletingIndex;
import dev.ensuregsis.engine.event.GsiEvent.IndexCreated;
import dev.ensuregsis.engine.event.GsiEvent.IndexDeleted;
import dev.ensuregsis.engine.event.GsiEvent.IndexFailed;
import dev.ensuregsis.engine.event.GsiEvent.IndexLeft;
import dev.ensuregsis.engine.event.GsiEvent.IndexSkipped;
import dev.ensuregsis.engine.event.GsiEvent.IndexTakenUp;
import dev.ensuregsis.engine.event.GsiEvent.NotSeenYet;
import dev.ensuregsis.engine.event.GsiEvent.RetryingFailed;
import dev.ensuregsis.engine.event.GsiEvent.RunAborted;
import dev.ensuregsis.engine.event.GsiEvent.RunStarted;
import dev.ensuregsis.engine.event.GsiEvent.SlowedDown;
import dev.ensuregsis.engine.event.GsiEvent.StateArchived;
import dev.ensuregsis.engine.event.GsiEvent.StateLoaded;
import dev.ensuregsis.engine.event.GsiEvent.TableEnsured;
import dev.ensuregsis.engine.event.GsiEvent.TableFailed;
import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import dev.ensuregsis.engine.event.GsiEvent.Warned;
import dev.ensuregsis.engine.event.GsiEventCases;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run waits for, kept up to date by its events, and when it is time to say so again. It is told of each look at a
 * waiting table, and speaks at a pace, of all tables at once. Not thread-safe: events come one at a time.
 */
public final class WaitingBoard implements GsiEventCases<List<Line>> {
    private static final List<Line> SILENT = List.of();

    private final Duration interval;
    private final Audience audience;
    private final IndexLabels labels;
    private final Map<String, Wait> waits = new LinkedHashMap<>();
    private Moment now = new Moment(Instant.EPOCH, Duration.ZERO);
    private Duration startedAt = Duration.ZERO;
    private @Nullable Duration spokeAt;
    private int active;
    private int failed;

    /**
     * A board without waits.
     *
     * @param interval how long between two times that it speaks
     * @param audience who reads it
     * @param labels what the run's indexes are called
     */
    public WaitingBoard(Duration interval, Audience audience, IndexLabels labels) {
        this.interval = interval;
        this.audience = audience;
        this.labels = labels;
    }

    /**
     * Takes in an event.
     *
     * @param event what happened
     * @param now when
     * @return the lines to print if it is time for them; else none
     */
    List<Line> lines(GsiEvent event, Moment now) {
        this.now = now;
        return event.match(this);
    }

    @Override
    public List<Line> runStarted(RunStarted started) {
        startedAt = now.elapsed();
        spokeAt = now.elapsed();
        return SILENT;
    }

    @Override
    public List<Line> indexSkipped(IndexSkipped skipped) {
        active++;
        return SILENT;
    }

    @Override
    public List<Line> indexCreated(IndexCreated created) {
        active++;
        return over(created.index().tableName());
    }

    @Override
    public List<Line> indexFailed(IndexFailed gaveUp) {
        failed++;
        return over(gaveUp.index().tableName());
    }

    @Override
    public List<Line> creationAccepted(CreationAccepted accepted) {
        return SILENT;
    }

    @Override
    public List<Line> deletingIndex(DeletingIndex deleting) {
        return over(deleting.index().tableName());
    }

    @Override
    public List<Line> indexDeleted(IndexDeleted deleted) {
        return over(deleted.index().tableName());
    }

    @Override
    public List<Line> attemptFailed(AttemptFailed attempt) {
        return over(attempt.index().tableName());
    }

    @Override
    public List<Line> creatingIndex(CreatingIndex creating) {
        return over(creating.index().tableName());
    }

    @Override
    public List<Line> creatingTable(CreatingTable creating) {
        return over(creating.tableName());
    }

    @Override
    public List<Line> tableEnsured(TableEnsured ensured) {
        return over(ensured.tableName());
    }

    @Override
    public List<Line> indexTakenUp(IndexTakenUp index) {
        return SILENT;
    }

    @Override
    public List<Line> tableFailed(TableFailed gaveUp) {
        return over(gaveUp.tableName());
    }

    @Override
    public List<Line> waiting(Waiting waiting) {
        return speak(waiting);
    }

    @Override
    public List<Line> stateLoaded(StateLoaded loaded) {
        return SILENT;
    }

    @Override
    public List<Line> notSeenYet(NotSeenYet unseen) {
        return SILENT;
    }

    @Override
    public List<Line> warned(Warned warned) {
        return SILENT;
    }

    @Override
    public List<Line> indexLeft(IndexLeft left) {
        return SILENT;
    }

    @Override
    public List<Line> slowedDown(SlowedDown slowed) {
        return SILENT;
    }

    @Override
    public List<Line> retryingFailed(RetryingFailed retrying) {
        return SILENT;
    }

    @Override
    public List<Line> runAborted(RunAborted aborted) {
        return SILENT;
    }

    @Override
    public List<Line> stateArchived(StateArchived archived) {
        return SILENT;
    }

    private List<Line> over(String tableName) {
        waits.remove(tableName);
        return SILENT;
    }

    private List<Line> speak(Waiting waiting) {
        var elapsed = now.elapsed();
        waits.put(waiting.tableName(), new Wait(waiting, elapsed));
        if (spokeAt == null || elapsed.minus(spokeAt).compareTo(interval) < 0) {
            return SILENT;
        }
        spokeAt = elapsed;
        var tables = waits.values().stream().map(wait -> wait.at(elapsed)).toList();
        var soFar = new Waits(elapsed.minus(startedAt), active, failed, waiting.remaining(), tables);
        return new WaitingText(labels, audience, now.wall()).lines(soFar);
    }

    /** A wait of one table, as it was told last, and when. */
    private record Wait(Waiting told, Duration toldAt) {
        Waiting at(Duration elapsed) {
            return told.after(told.elapsed().plus(elapsed.minus(toldAt)));
        }
    }
}
