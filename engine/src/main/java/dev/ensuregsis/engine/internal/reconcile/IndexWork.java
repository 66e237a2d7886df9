package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.internal.reconcile.TableRecord.IndexRecord;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one run has done for one index so far. Touched by the loop's thread only. */
final class IndexWork extends Work {
    private final IndexId id;
    private final OpenIndexes allOpen;
    private Standing standing;
    private boolean adopted;
    private @Nullable Trace trace;
    private @Nullable Moment startedAt;
    private @Nullable Instant endedAt;
    private @Nullable Failure refusal;
    private @Nullable Instant askedForBefore;
    private boolean leftFailed;
    private boolean takenUp;
    private final @Nullable RemovalWork removal;
    private @Nullable CapacityWork capacity;
    private @Nullable Duration heldUntil;

    /** One that is to go first, or for good, if there is a removal. */
    IndexWork(IndexId id, Standing standing, OpenIndexes allOpen, @Nullable RemovalWork removal) {
        this.id = id;
        this.allOpen = allOpen;
        this.standing = standing;
        this.removal = removal;
        allOpen.changed(false, isOpen());
    }

    /** What the run may do for it, once it is known what earlier runs left. */
    void stands(Standing newStanding) {
        become(newStanding, adopted);
    }

    @Override
    String name() {
        return id.toString();
    }

    IndexId id() {
        return id;
    }

    Standing standing() {
        return standing;
    }

    boolean isOpen() {
        return !standing.isFinal() && !adopted;
    }

    /** Whether the run wants it, and neither saw it nor did anything for it. */
    boolean isUntouched() {
        return standing == Standing.WANTED
                && !adopted
                && trace == null
                && removal == null
                && capacity == null
                && heldUntil == null;
    }

    IndexRecord record(Moment now) {
        return new IndexRecord(
                standing,
                adopted,
                Trace.age(trace, now),
                Trace.isSeen(trace),
                removal == null ? null : removal.record(now),
                capacity == null ? null : capacity.record(now),
                isHeld(now));
    }

    void saw(IndexStatus status, Moment now) {
        if (status == IndexStatus.DELETING && removal == null && trace == null && startedAt == null) {
            // It was going before this run came, which will make another: when it has gone nothing has vanished.
            return;
        }
        trace = new Trace(now, true);
        refusal = null;
        if (removal != null && !removal.isGone()) {
            removal.saw(status, now);
            return;
        }
        if (status == IndexStatus.CREATING && startedAt == null) {
            startedAt = now;
            takenUp = true;
        }
        if (status == IndexStatus.DELETING) {
            // Somebody deletes it: it has to become ACTIVE once more.
            become(standing, false);
            endedAt = null;
        }
    }

    /** What there is to do to be rid of what is live under its name; null if nothing is to go. */
    @Nullable
    RemovalWork removal() {
        return removal;
    }

    /** Whether what is live under its name has still to go. */
    boolean isToGo() {
        return removal != null && !removal.isGone();
    }

    /** Whether the old one is gone, or may be, and the new one isn't under way: the one moment not to stop at. */
    boolean isBetween() {
        return isOpen() && removal != null && removal.isBetween(trace != null);
    }

    /** The capacity that it has for its build; null if it has its own. */
    @Nullable
    RaisedCapacity raised() {
        return capacity == null ? null : capacity.raised();
    }

    /** What it has for its build from now on; null if it has its own. */
    void isRaised(@Nullable RaisedCapacity raised) {
        capacity = raised == null ? null : new CapacityWork(raised);
    }

    /** The lowering of its capacity was accepted. */
    void saidToBeLowered(Moment now) {
        refusal = null;
        if (capacity != null) {
            capacity.saidToBeLowered(now);
        }
    }

    /** It isn't created before the run has lasted so long; null if it may be at once. */
    void heldUntil(@Nullable Duration elapsed) {
        heldUntil = elapsed;
    }

    private boolean isHeld(Moment now) {
        return (heldUntil != null && now.elapsed().compareTo(heldUntil) < 0)
                || (removal != null && removal.mayStillLand(now));
    }

    void askingToGo(Moment now) {
        if (removal != null) {
            removal.asking(now);
        }
    }

    /** Its deletion was accepted, or there was nothing to delete. */
    void saidToGo(Moment now) {
        refusal = null;
        if (removal != null) {
            removal.accepted(now);
        }
    }

    /** It was to go, and is gone. From here on it is made as it is defined, if it is. */
    void gone(Moment now) {
        if (removal != null) {
            removal.gone();
            trace = null;
            become(standing, removal.isForGood());
            endedAt = removal.isForGood() ? now.wall() : null;
        }
    }

    @Override
    void asking(Moment now) {
        if (startedAt == null) {
            startedAt = now;
        }
    }

    /** Whether this run asked for it or found it building, and has a sign of it. */
    boolean isUnderWay() {
        return isOpen() && !isToGo() && refusal == null && startedAt != null && trace != null;
    }

    /** Whether it was building already when this run first saw it. */
    boolean isTakenUp() {
        return takenUp;
    }

    /** When an earlier run asked for it, if it was building since. */
    void askedForBefore(@Nullable Instant at) {
        askedForBefore = at;
    }

    @Nullable
    Instant askedForBefore() {
        return askedForBefore;
    }

    /** How long its creation took until now; null if this run saw nothing of it. */
    @Nullable
    Duration took(Moment now) {
        if (startedAt == null) {
            return null;
        }
        return askedForBefore == null ? now.since(startedAt) : Duration.between(askedForBefore, now.wall());
    }

    /** What was asked for was not done, for now. */
    void refused(Failure why) {
        refusal = why;
    }

    @Override
    void saidToExist(Moment now) {
        refusal = null;
        trace = new Trace(now, false);
    }

    /** It was there and has gone: what had succeeded turns out to have failed. */
    void vanished() {
        acceptedInVain();
        trace = null;
        become(standing, false);
        endedAt = null;
    }

    void adopt(Moment now) {
        become(standing, true);
        endedAt = now.wall();
        failsBecauseOf(null);
    }

    /** No further call is sent for it; it fails for this reason unless one that was sent has landed. */
    void exhausted(Failure why) {
        become(Standing.EXHAUSTED, adopted);
        failsBecauseOf(why);
    }

    @Override
    void fail(Moment now, Failure why) {
        become(Standing.FAILED, adopted);
        failsBecauseOf(why);
        endedAt = now.wall();
    }

    void leave() {
        leftFailed = standing == Standing.FAILED_BEFORE;
        become(Standing.LEFT, adopted);
    }

    private void become(Standing newStanding, boolean nowAdopted) {
        var wasOpen = isOpen();
        standing = newStanding;
        adopted = nowAdopted;
        allOpen.changed(wasOpen, isOpen());
    }

    IndexReport report() {
        var outcome = outcome();
        // One whose tries are used up, and that a last look was still to be given, is not failed yet.
        var why = switch (outcome) {
            case FAILED -> failure();
            case WAITING -> refusal;
            case CREATED, REPLACED, DELETED, DELETING, ALREADY_ACTIVE, LEFT_FAILED, BUILDING, PENDING -> null;
        };
        var began = startedAt == null || askedForBefore != null ? askedForBefore : startedAt.wall();
        var removed = removal != null && removal.wasAskedFor() ? removal.shape() : null;
        return new IndexReport(id, outcome, attempts(), began, endedAt, why, takenUp, removed);
    }

    private IndexReport.Outcome outcome() {
        if (standing == Standing.FAILED) {
            return IndexReport.Outcome.FAILED;
        }
        if (removal != null && !adopted && refusal == null && removal.isUnderWay()) {
            return IndexReport.Outcome.DELETING;
        }
        if (removal != null && adopted && removal.isForGood()) {
            return IndexReport.Outcome.DELETED;
        }
        if (removal != null && adopted && removal.isGone()) {
            return IndexReport.Outcome.REPLACED;
        }
        // One that failed before and was seen building is waited for like any other.
        var leftAsFailed = standing == Standing.FAILED_BEFORE && !adopted && startedAt == null;
        if (standing == Standing.LEFT || leftAsFailed) {
            return leftFailed || leftAsFailed ? IndexReport.Outcome.LEFT_FAILED : IndexReport.Outcome.PENDING;
        }
        if (adopted) {
            return startedAt == null ? IndexReport.Outcome.ALREADY_ACTIVE : IndexReport.Outcome.CREATED;
        }
        if (refusal != null) {
            return IndexReport.Outcome.WAITING;
        }
        return trace == null || startedAt == null ? IndexReport.Outcome.PENDING : IndexReport.Outcome.BUILDING;
    }
}
