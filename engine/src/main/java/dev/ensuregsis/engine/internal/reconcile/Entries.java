package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.internal.state.StateBook;
import dev.ensuregsis.engine.internal.state.Transition;
import dev.ensuregsis.engine.internal.state.Transition.LastError;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import dev.ensuregsis.engine.spi.Undertaking;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run makes of the entries of its state: what is recorded of an index when something happens to it. */
final class Entries {
    private final Timeline timeline;
    private StateBook book;

    Entries(StateBook book, Timeline timeline) {
        this.book = book;
        this.timeline = timeline;
    }

    /** Goes on in another book, which nothing was recorded in yet. */
    void goOnIn(StateBook other) {
        book = other;
    }

    void record(IndexWork index, GsiStatus status, @Nullable Failure failure) {
        var id = index.id();
        var earlier = index.earlierAttempts(() -> recordedAttempts(id));
        var transition = new Transition(
                statusBesides(index, status),
                earlier + index.failedAttempts(),
                failure == null ? null : new LastError(failure.summary(), failure.kind()),
                timeline.now().wall());
        var known = known(id);
        var changed = transition.of(known);
        book.change(
                known,
                status == GsiStatus.ACTIVE
                        ? changed.with(changed.undertaking().withoutRemoval().withNotBefore(null))
                        : changed);
    }

    /** As long as an index is only to go, nothing becomes of its creation: that of one to be replaced is still to come. */
    private GsiStatus statusBesides(IndexWork index, GsiStatus status) {
        if (!index.isToGo() || status == GsiStatus.ACTIVE) {
            return status;
        }
        var removal = index.removal();
        if (removal != null && removal.isForGood()) {
            return known(index.id()).status();
        }
        return status == GsiStatus.FAILED ? status : GsiStatus.PENDING;
    }

    /** That an index will be deleted, what it is, and how long the call may take effect. */
    void deleting(IndexId id, IndexShape shape, boolean forGood, Duration latestCall) {
        var known = known(id);
        var begun = (forGood ? Undertaking.deletionOf(shape) : Undertaking.replacementOf(shape))
                .withNotBefore(timeline.now().wall().plus(latestCall))
                .withRaised(known.undertaking().raised());
        // What nobody has recorded is there, and needs no more than that.
        var status = !forGood ? GsiStatus.PENDING : status(id) == null ? GsiStatus.ACTIVE : known.status();
        book.change(
                known,
                forGood
                        ? in(status, known).with(begun)
                        : withoutError(in(status, known)).with(begun));
    }

    private static GsiEntry in(GsiStatus status, GsiEntry known) {
        return new GsiEntry(
                known.id(),
                status,
                known.creationTime(),
                known.activeTime(),
                known.retryCount(),
                known.lastError(),
                known.failureKind(),
                known.fingerprint(),
                known.definedBy(),
                known.undertaking());
    }

    private static GsiEntry withoutError(GsiEntry known) {
        return new GsiEntry(
                known.id(),
                known.status(),
                known.creationTime(),
                null,
                known.retryCount(),
                null,
                null,
                known.fingerprint(),
                known.definedBy(),
                known.undertaking());
    }

    /** The capacity that an index has for its build; null when it has its own. */
    void raised(IndexId id, @Nullable RaisedCapacity capacity) {
        var known = known(id);
        book.change(known, known.with(known.undertaking().withRaised(capacity)));
    }

    /** That nothing is to be deleted any more of what is live under this name. */
    void letBe(IndexId id) {
        var known = known(id);
        book.change(known, known.with(known.undertaking().withoutRemoval()));
    }

    /** The deletions that were announced and of which no answer is recorded. */
    List<IndexId> unansweredDeletions() {
        return book.ledger().all().stream()
                .filter(entry ->
                        entry.undertaking().isRemoval() && entry.undertaking().notBefore() != null)
                .map(GsiEntry::id)
                .toList();
    }

    /** That an index isn't created for so long. */
    void notBefore(IndexId id, Duration wait) {
        var known = known(id);
        book.change(
                known,
                known.with(
                        known.undertaking().withNotBefore(timeline.now().wall().plus(wait))));
    }

    /** That an index may be created at once. */
    void anyTime(IndexId id) {
        var known = known(id);
        book.change(known, known.with(known.undertaking().withNotBefore(null)));
    }

    /** How long the run will have lasted when an index may be created, waiting so long at most; null if it may be now. */
    @Nullable
    Duration heldUntil(IndexId id, Duration longest) {
        var now = timeline.now();
        return Hold.left(known(id).undertaking().notBefore(), now.wall(), longest)
                .map(now.elapsed()::plus)
                .orElse(null);
    }

    /** The capacity that was raised and not lowered, by table and index. */
    Map<String, Map<String, RaisedCapacity>> raised() {
        var raised = new HashMap<String, Map<String, RaisedCapacity>>();
        for (var entry : book.ledger().all()) {
            var capacity = entry.undertaking().raised();
            if (capacity != null) {
                raised.computeIfAbsent(entry.id().tableName(), table -> new LinkedHashMap<>())
                        .put(entry.id().indexName(), capacity);
            }
        }
        return raised;
    }

    void forget(IndexId id) {
        book.forget(id);
    }

    /** An attempt that an earlier run began and nobody saw the end of: the index isn't there, so it counts. */
    void countInterrupted(IndexWork index) {
        var id = index.id();
        index.earlierAttempts(() -> recordedAttempts(id) + (status(id) == GsiStatus.IN_PROGRESS ? 1 : 0));
    }

    private int recordedAttempts(IndexId id) {
        return book.find(id).map(GsiEntry::retryCount).orElse(0);
    }

    private GsiEntry known(IndexId id) {
        return book.find(id).orElseGet(() -> GsiEntry.pending(id, null, null));
    }

    @Nullable
    GsiStatus status(IndexId id) {
        return book.find(id).map(GsiEntry::status).orElse(null);
    }

    String lastError(IndexId id) {
        return book.find(id).map(GsiEntry::lastError).map(error -> ": " + error).orElse("");
    }
}
