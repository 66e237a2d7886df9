package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.Phase;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one table waits for, since when, and when that was told. Touched by the loop's thread only. */
final class TableWait {
    private @Nullable String subject;
    private @Nullable Moment since;
    private @Nullable Moment toldAt;
    private @Nullable Last last;

    /**
     * A wait as it was when the table was last looked at, or refused its change.
     *
     * @param indexName the index that is waited for; null while it is the table itself
     * @param phase what DynamoDB is doing
     * @param refusal what DynamoDB said when it refused the change for now; null if it was not asked
     * @param waited for how long
     * @param at when that was
     */
    record Last(
            @Nullable String indexName,
            Phase phase,
            @Nullable Failure refusal,
            Duration waited,
            Moment at) {
        Duration waitedUntil(Moment now) {
            return waited.plus(now.since(at));
        }
    }

    /** Starts or goes on with a wait, and says how long it has lasted. */
    Duration goesOn(@Nullable String indexName, Phase phase, Moment now) {
        var waited = lasts(indexName == null ? phase.name() : indexName, now);
        last = new Last(indexName, phase, null, waited, now);
        return waited;
    }

    private Duration lasts(String subjectNow, Moment now) {
        var begun = since;
        if (begun == null || !subjectNow.equals(subject)) {
            subject = subjectNow;
            since = now;
            toldAt = now;
            return Duration.ZERO;
        }
        return now.since(begun);
    }

    /** DynamoDB refuses for now what is waited for. */
    void isRefused(Last refusal) {
        last = refusal;
    }

    void isOver() {
        subject = null;
        last = null;
    }

    /** The wait that isn't over; empty if there is none. */
    Optional<Last> last() {
        return Optional.ofNullable(last);
    }

    boolean isTimeToTell(Moment now, Duration interval) {
        if (toldAt != null && now.since(toldAt).compareTo(interval) < 0) {
            return false;
        }
        toldAt = now;
        return true;
    }
}
