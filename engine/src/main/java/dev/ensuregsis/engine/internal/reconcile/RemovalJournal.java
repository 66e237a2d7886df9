package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a journal that is about what was begun with an index besides its creation: its deletion, and capacity that is
 * raised for its build. On the loop's thread only.
 */
final class RemovalJournal {
    private final Entries entries;
    private final Function<IndexId, String> names;
    private final Consumer<GsiEvent> tell;

    /** How long a call that was not answered may still take effect. */
    private final Duration latestCall;

    RemovalJournal(Entries entries, Function<IndexId, String> names, Consumer<GsiEvent> tell, Duration latestCall) {
        this.entries = entries;
        this.names = names;
        this.tell = tell;
        this.latestCall = latestCall;
    }

    /**
     * The deletion of an index, to be kept before it is sent. Whoever comes to have the state, and however, is to know that
     * it may be on its way: nothing is made in the place of the index as long as it may take effect and no answer is recorded.
     */
    void deletingIndex(IndexWork index, IndexShape shape) {
        var removal = Objects.requireNonNull(index.removal());
        entries.deleting(index.id(), shape, removal.isForGood(), latestCall);
        if (removal.isToBeTold()) {
            removal.told();
            tell.accept(new GsiEvent.DeletingIndex(index.id(), shape, !removal.isForGood()));
        }
    }

    /** It is known what became of a deletion that was sent: it was accepted, or it never takes effect. */
    void answered(IndexWork index) {
        if (index.removal() != null) {
            entries.anyTime(index.id());
        }
    }

    /** A deletion was sent and not accepted. */
    void refused(IndexWork index, boolean mayStillTakeEffect, Moment now) {
        if (mayStillTakeEffect) {
            unanswered(index, now);
        } else {
            answered(index);
        }
    }

    /** What is gone for good needs no entry any more. */
    void gone(IndexWork index, Moment now) {
        var removal = Objects.requireNonNull(index.removal());
        if (removal.isForGood()) {
            entries.forget(index.id());
        } else if (removal.mayStillLand(now)) {
            // It was that call: there is no other to come.
            entries.anyTime(index.id());
        }
        tell.accept(new GsiEvent.IndexDeleted(index.id(), removal.took(now)));
    }

    /**
     * It isn't known what became of a deletion that was sent: as long as it may still take effect, nothing is made in the
     * place of the index, by this run or by one that goes on after it.
     */
    private void unanswered(IndexWork index, Moment now) {
        var removal = index.removal();
        if (removal != null && !removal.isForGood()) {
            removal.mayLandUntil(now.elapsed().plus(latestCall));
            entries.notBefore(index.id(), latestCall);
        }
    }

    /** The capacity that earlier runs have raised and not lowered, by table and index. */
    Map<String, Map<String, RaisedCapacity>> raised() {
        return entries.raised();
    }

    /** The index has what it was to have, or what somebody else has given it; it is ACTIVE. */
    void capacityRestored(IndexWork index, @Nullable String insteadOf, boolean isAllThereIsToDo) {
        entries.raised(index.id(), null);
        if (isAllThereIsToDo) {
            entries.record(index, GsiStatus.ACTIVE, null);
        }
        tell.accept(new GsiEvent.Warned(
                insteadOf == null
                        ? names.apply(index.id()) + ": its write capacity was lowered to what it is to have"
                        : names.apply(index.id()) + ": somebody has changed its capacity meanwhile (" + insteadOf
                                + "), so it stays as it is"));
    }

    /** How long the run will have lasted when an index may be created; null if it may be now. */
    @Nullable
    Duration heldUntil(IndexId id) {
        return entries.heldUntil(id, latestCall);
    }

    /** A deletion that an owner who stood still has announced may leave when he goes on, however long ago that was. */
    void takenOverFrom(LockOwner owner) {
        for (var id : entries.unansweredDeletions()) {
            entries.notBefore(id, latestCall);
            tell.accept(new GsiEvent.Warned(names.apply(id) + ": its deletion was announced by " + owner
                    + " and may still take effect. It is not created before that can't be any more, in "
                    + (latestCall.toMinutes() > 0
                            ? latestCall.toMinutes() + " min."
                            : latestCall.toSeconds() + " s.")));
        }
    }
}
