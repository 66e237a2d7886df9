package dev.ensuregsis.maven.internal.report;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.estimate.RunEstimate;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiEventCases;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.maven.internal.report.Stretch.Doing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who did what when, table by table, as the events of a run tell it. One stretch for each change of what a table is doing,
 * however often its wait is told. Not thread-safe: events come one at a time.
 */
public final class Chronicle implements GsiEventCases<Boolean> {
    private final Map<String, List<Stretch>> past = new LinkedHashMap<>();
    private final Map<String, Open> present = new LinkedHashMap<>();
    private Instant now = Instant.EPOCH;
    private @Nullable RunEstimate estimate;

    /** Nothing has happened yet. */
    public Chronicle() {}

    private record Open(Doing doing, @Nullable String indexName, Instant from) {
        boolean is(Doing doing, @Nullable String indexName) {
            return this.doing == doing && Objects.equals(this.indexName, indexName);
        }
    }

    /**
     * Notes an event.
     *
     * @param event what happened
     * @param at when
     */
    public void note(GsiEvent event, Instant at) {
        now = at;
        event.match(this);
    }

    /**
     * What each table did, in the order in which the first of it was heard.
     *
     * @param end when the run ended: what goes on then ends there
     * @return the stretches of each table, in order
     */
    public Map<String, List<Stretch>> byTable(Instant end) {
        var all = new LinkedHashMap<String, List<Stretch>>();
        past.forEach((table, stretches) -> all.put(table, new ArrayList<>(stretches)));
        present.forEach((table, open) -> all.computeIfAbsent(table, name -> new ArrayList<>())
                .add(new Stretch(open.doing(), open.indexName(), open.from(), later(open.from(), end))));
        return all;
    }

    private boolean begins(String table, Doing doing, @Nullable String indexName) {
        var open = present.get(table);
        if (open != null && open.is(doing, indexName)) {
            return false;
        }
        ends(table);
        present.put(table, new Open(doing, indexName, now));
        return true;
    }

    private boolean ends(String table) {
        var open = present.remove(table);
        if (open == null) {
            return false;
        }
        past(table).add(new Stretch(open.doing(), open.indexName(), open.from(), later(open.from(), now)));
        return true;
    }

    private boolean fails(String table, @Nullable String indexName) {
        ends(table);
        return past(table).add(new Stretch(Doing.FAILED, indexName, now, now));
    }

    private List<Stretch> past(String table) {
        return past.computeIfAbsent(table, name -> new ArrayList<>());
    }

    /** The clock on the wall may have been set back. */
    private static Instant later(Instant one, Instant other) {
        return other.isBefore(one) ? one : other;
    }

    @Override
    public Boolean waiting(GsiEvent.Waiting waiting) {
        var doing = waiting.refusal() != null ? Doing.REFUSED : doing(waiting.phase());
        return begins(waiting.tableName(), doing, waiting.indexName());
    }

    private static Doing doing(Phase phase) {
        return switch (phase) {
            case CREATING_TABLE -> Doing.CREATING_TABLE;
            case ALLOCATING -> Doing.ALLOCATING;
            case BACKFILLING -> Doing.BACKFILLING;
            case DELETING -> Doing.DELETING;
            case LATE_DELETION,
                    TABLE_BUSY,
                    TABLE_UPDATING,
                    REPLICA_CHANGING,
                    VECTOR_INDEX_CHANGING,
                    ACCOUNT_BUSY,
                    THROTTLED -> Doing.WAITING;
        };
    }

    @Override
    public Boolean creatingTable(GsiEvent.CreatingTable creating) {
        return begins(creating.tableName(), Doing.CREATING_TABLE, null);
    }

    @Override
    public Boolean creatingIndex(GsiEvent.CreatingIndex creating) {
        return begins(creating.index(), Doing.ALLOCATING);
    }

    @Override
    public Boolean deletingIndex(GsiEvent.DeletingIndex deleting) {
        return begins(deleting.index(), Doing.DELETING);
    }

    /** What follows on it is waiting at first, until it is asked for. */
    @Override
    public Boolean indexDeleted(GsiEvent.IndexDeleted deleted) {
        return ends(deleted.index().tableName());
    }

    @Override
    public Boolean creationAccepted(GsiEvent.CreationAccepted event) {
        return false;
    }

    @Override
    public Boolean indexTakenUp(GsiEvent.IndexTakenUp taken) {
        return begins(taken.index(), Doing.ALLOCATING);
    }

    @Override
    public Boolean attemptFailed(GsiEvent.AttemptFailed attempt) {
        return begins(attempt.index(), Doing.REFUSED);
    }

    private boolean begins(IndexId index, Doing doing) {
        return begins(index.tableName(), doing, index.indexName());
    }

    @Override
    public Boolean indexCreated(GsiEvent.IndexCreated created) {
        return ends(created.index().tableName());
    }

    @Override
    public Boolean indexFailed(GsiEvent.IndexFailed failed) {
        return fails(failed.index().tableName(), failed.index().indexName());
    }

    @Override
    public Boolean tableEnsured(GsiEvent.TableEnsured ensured) {
        return ends(ensured.tableName());
    }

    @Override
    public Boolean tableFailed(GsiEvent.TableFailed failed) {
        return fails(failed.tableName(), null);
    }

    @Override
    public Boolean runStarted(GsiEvent.RunStarted started) {
        estimate = started.estimate();
        return estimate != null;
    }

    /** What was expected when the run began. */
    Optional<RunEstimate> estimate() {
        return Optional.ofNullable(estimate);
    }

    @Override
    public Boolean stateLoaded(GsiEvent.StateLoaded event) {
        return false;
    }

    @Override
    public Boolean notSeenYet(GsiEvent.NotSeenYet unseen) {
        return begins(unseen.tableName(), Doing.WAITING, null);
    }

    @Override
    public Boolean warned(GsiEvent.Warned event) {
        return false;
    }

    @Override
    public Boolean indexSkipped(GsiEvent.IndexSkipped event) {
        return false;
    }

    @Override
    public Boolean indexLeft(GsiEvent.IndexLeft event) {
        return false;
    }

    @Override
    public Boolean slowedDown(GsiEvent.SlowedDown event) {
        return false;
    }

    @Override
    public Boolean retryingFailed(GsiEvent.RetryingFailed event) {
        return false;
    }

    @Override
    public Boolean runAborted(GsiEvent.RunAborted event) {
        return false;
    }

    @Override
    public Boolean stateArchived(GsiEvent.StateArchived event) {
        return false;
    }
}
