package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiEventCases;
import dev.ensuregsis.engine.event.Phase;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The indexes of a run whose old one was asked to be deleted and whose new one isn't under way; each event says which they
 * are after it. An answer can be lost, and then it is a look that shows what is under way. Pure.
 *
 * @param going those whose old one isn't known to be gone
 * @param gone the others
 */
record Halfway(Set<IndexId> going, Set<IndexId> gone) implements GsiEventCases<Halfway> {
    static final Halfway NONE = new Halfway(Set.of(), Set.of());

    /** All of them. */
    Set<IndexId> indexes() {
        return Stream.concat(going.stream(), gone.stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean isEmpty() {
        return going.isEmpty() && gone.isEmpty();
    }

    private Halfway over(IndexId index) {
        return new Halfway(without(index, going), without(index, gone));
    }

    private static Set<IndexId> with(IndexId index, Set<IndexId> some) {
        var more = new LinkedHashSet<>(some);
        more.add(index);
        return more;
    }

    private static Set<IndexId> without(IndexId index, Set<IndexId> some) {
        var less = new LinkedHashSet<>(some);
        less.remove(index);
        return less;
    }

    @Override
    public Halfway deletingIndex(GsiEvent.DeletingIndex event) {
        return event.replaced() ? new Halfway(with(event.index(), going), gone) : this;
    }

    @Override
    public Halfway indexDeleted(GsiEvent.IndexDeleted event) {
        var index = event.index();
        return going.contains(index) ? new Halfway(without(index, going), with(index, gone)) : this;
    }

    @Override
    public Halfway creationAccepted(GsiEvent.CreationAccepted event) {
        return over(event.index());
    }

    @Override
    public Halfway indexTakenUp(GsiEvent.IndexTakenUp event) {
        return over(event.index());
    }

    @Override
    public Halfway waiting(GsiEvent.Waiting event) {
        var name = event.indexName();
        if (name == null || !isBuilding(event.phase())) {
            return this;
        }
        // As long as the old one isn't known to be gone it may be the one that builds.
        var index = new IndexId(event.tableName(), name);
        return gone.contains(index) ? over(index) : this;
    }

    private static boolean isBuilding(Phase phase) {
        return switch (phase) {
            case ALLOCATING, BACKFILLING -> true;
            case CREATING_TABLE,
                    DELETING,
                    LATE_DELETION,
                    TABLE_BUSY,
                    TABLE_UPDATING,
                    REPLICA_CHANGING,
                    VECTOR_INDEX_CHANGING,
                    ACCOUNT_BUSY,
                    THROTTLED -> false;
        };
    }

    @Override
    public Halfway indexCreated(GsiEvent.IndexCreated event) {
        return over(event.index());
    }

    @Override
    public Halfway indexSkipped(GsiEvent.IndexSkipped event) {
        return over(event.index());
    }

    @Override
    public Halfway indexLeft(GsiEvent.IndexLeft event) {
        return over(event.index());
    }

    @Override
    public Halfway indexFailed(GsiEvent.IndexFailed event) {
        return over(event.index());
    }

    @Override
    public Halfway runAborted(GsiEvent.RunAborted event) {
        return NONE;
    }

    /** It may have taken effect, or be sent again. */
    @Override
    public Halfway attemptFailed(GsiEvent.AttemptFailed event) {
        return this;
    }

    @Override
    public Halfway creatingIndex(GsiEvent.CreatingIndex event) {
        return this;
    }

    @Override
    public Halfway creatingTable(GsiEvent.CreatingTable event) {
        return this;
    }

    @Override
    public Halfway runStarted(GsiEvent.RunStarted event) {
        return this;
    }

    @Override
    public Halfway stateLoaded(GsiEvent.StateLoaded event) {
        return this;
    }

    @Override
    public Halfway notSeenYet(GsiEvent.NotSeenYet event) {
        return this;
    }

    @Override
    public Halfway warned(GsiEvent.Warned event) {
        return this;
    }

    @Override
    public Halfway slowedDown(GsiEvent.SlowedDown event) {
        return this;
    }

    @Override
    public Halfway tableEnsured(GsiEvent.TableEnsured event) {
        return this;
    }

    @Override
    public Halfway tableFailed(GsiEvent.TableFailed event) {
        return this;
    }

    @Override
    public Halfway retryingFailed(GsiEvent.RetryingFailed event) {
        return this;
    }

    @Override
    public Halfway stateArchived(GsiEvent.StateArchived event) {
        return this;
    }
}
