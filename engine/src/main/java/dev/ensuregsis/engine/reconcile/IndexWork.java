package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.control.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.reconcile.TableRecord.IndexRecord;
import dev.ensuregsis.engine.retry.RetryClass;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one run has done for one index so far. Touched by the loop's thread only. */
final class IndexWork {
    private final IndexId id;
    private final OpenIndexes allOpen;
    private final Map<RetryClass, Integer> setbacks = new EnumMap<>(RetryClass.class);
    private Standing standing;
    private boolean adopted;
    private boolean seen;
    private @Nullable Instant traceAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable Failure failure;
    private boolean leftFailed;
    private int failedAttempts;
    private int acceptedCalls;

    IndexWork(IndexId id, Standing standing, OpenIndexes allOpen) {
        this.id = id;
        this.allOpen = allOpen;
        this.standing = standing;
        allOpen.changed(false, isOpen());
    }

    /** Stands for a table that is wanted for itself, without any index. */
    static IndexWork ofTable(String tableName) {
        return new IndexWork(new IndexId(tableName, ""), Standing.WANTED, new OpenIndexes());
    }

    boolean isTable() {
        return id.indexName().isEmpty();
    }

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

    /** Attempts that used one up, the successful ones included. */
    int attempts() {
        return failedAttempts + acceptedCalls;
    }

    /** Attempts that ended in an error which uses one up. */
    int failedAttempts() {
        return failedAttempts;
    }

    boolean isOpen() {
        return !standing.isFinal() && !adopted;
    }

    /** Whether this run asked for it or saw it building. */
    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    IndexRecord record(Instant now) {
        return new IndexRecord(standing, adopted, traceAt == null ? null : Duration.between(traceAt, now), seen);
    }

    void saw(IndexStatus status, Instant now) {
        seen = true;
        traceAt = now;
        if (status == IndexStatus.CREATING && startedAt == null) {
            startedAt = now;
        }
        if (status == IndexStatus.DELETING) {
            // Somebody deletes it: it has to become ACTIVE once more.
            become(standing, false);
            endedAt = null;
        }
    }

    void asking(Instant now) {
        if (startedAt == null) {
            startedAt = now;
        }
    }

    /** Its creation was accepted: looks will show it sooner or later. */
    void accepted(Instant now) {
        acceptedCalls++;
        saidToExist(now);
    }

    /** DynamoDB says that it is there, whoever made it: looks will show it sooner or later. */
    void saidToExist(Instant now) {
        traceAt = now;
        seen = false;
    }

    /** The attempt that had succeeded turns out to have failed: it is counted once, as that. */
    void vanished() {
        acceptedCalls = Math.max(0, acceptedCalls - 1);
        traceAt = null;
        seen = false;
        become(standing, false);
        endedAt = null;
    }

    int setback(RetryClass retryClass, boolean usesAttempt) {
        if (usesAttempt) {
            failedAttempts++;
        }
        return setbacks.merge(retryClass, 1, Integer::sum);
    }

    void adopt(Instant now) {
        become(standing, true);
        endedAt = now;
        failure = null;
    }

    /** No further call is sent for it; it fails for this reason unless one that was sent has landed. */
    void exhausted(Failure why) {
        become(Standing.EXHAUSTED, adopted);
        failure = why;
    }

    void fail(Instant now, Failure why) {
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
        var why = outcome == IndexReport.Outcome.FAILED ? failure : null;
        return new IndexReport(id, outcome, attempts(), startedAt, endedAt, why);
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
        return traceAt == null || startedAt == null ? IndexReport.Outcome.PENDING : IndexReport.Outcome.BUILDING;
    }
}
