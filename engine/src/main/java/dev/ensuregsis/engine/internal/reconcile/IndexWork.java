package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.internal.reconcile.TableRecord.IndexRecord;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one run has done for one index so far. Touched by the loop's thread only. */
final class IndexWork extends Work {
    private final IndexId id;
    private final OpenIndexes allOpen;
    private Standing standing;
    private boolean adopted;
    private boolean seen;
    private @Nullable Moment traceAt;
    private @Nullable Moment startedAt;
    private @Nullable Moment endedAt;
    private @Nullable Failure failure;
    private @Nullable Failure refusal;
    private @Nullable Instant askedForBefore;
    private boolean leftFailed;
    private boolean takenUp;

    IndexWork(IndexId id, Standing standing, OpenIndexes allOpen) {
        this.id = id;
        this.allOpen = allOpen;
        this.standing = standing;
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

    @Override
    @Nullable
    Failure failure() {
        return failure;
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

    /** Whether this run asked for it or saw it building. */
    @Nullable
    Moment startedAt() {
        return startedAt;
    }

    IndexRecord record(Moment now) {
        return new IndexRecord(standing, adopted, traceAt == null ? null : now.since(traceAt), seen);
    }

    void saw(IndexStatus status, Moment now) {
        seen = true;
        traceAt = now;
        refusal = null;
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

    @Override
    void asking(Moment now) {
        if (startedAt == null) {
            startedAt = now;
        }
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
        traceAt = now;
        seen = false;
    }

    /** It was there and has gone: what had succeeded turns out to have failed. */
    void vanished() {
        acceptedInVain();
        traceAt = null;
        seen = false;
        become(standing, false);
        endedAt = null;
    }

    void adopt(Moment now) {
        become(standing, true);
        endedAt = now;
        failure = null;
    }

    /** No further call is sent for it; it fails for this reason unless one that was sent has landed. */
    void exhausted(Failure why) {
        become(Standing.EXHAUSTED, adopted);
        failure = why;
    }

    @Override
    void fail(Moment now, Failure why) {
        become(Standing.FAILED, adopted);
        failure = why;
        endedAt = now;
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
            case FAILED -> failure;
            case WAITING -> refusal;
            case CREATED, ALREADY_ACTIVE, LEFT_FAILED, BUILDING, PENDING -> null;
        };
        var began = askedForBefore == null ? wall(startedAt) : askedForBefore;
        return new IndexReport(id, outcome, attempts(), began, wall(endedAt), why, takenUp);
    }

    private static @Nullable Instant wall(@Nullable Moment moment) {
        return moment == null ? null : moment.wall();
    }

    private IndexReport.Outcome outcome() {
        if (standing == Standing.FAILED) {
            return IndexReport.Outcome.FAILED;
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
        return traceAt == null || startedAt == null ? IndexReport.Outcome.PENDING : IndexReport.Outcome.BUILDING;
    }
}
