package dev.ensuregsis.engine;

import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.event.TableFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run was green, and why: decided here alone, by the facts of its report. The exit code, every form of report,
 * the text and what a plan foretells come from it.
 */
public enum Verdict {
    /** All that was to be ensured is ACTIVE, and what was to go is gone. */
    ENSURED(true),
    /** A run that only retries what failed has it ACTIVE; what never failed stays pending. */
    RETRIED(true),
    /** What could be started is building; the run was told not to wait. */
    LEFT_BUILDING(true),
    /** Something failed, in this run or an earlier one, and waiting alone won't mend it. */
    FAILED(false),
    /** Nothing has failed, and something is not ACTIVE yet: the run stopped waiting at the time that it was given. */
    STILL_BUILDING(false),
    /** The run was to retry what failed, and there is no state that says what did. */
    NOTHING_KNOWN_TO_RETRY(false),
    /** The whole run ended early, by an error that every further call would have met. */
    ABORTED(false),
    /** The run was interrupted. */
    INTERRUPTED(false);

    private final boolean green;

    Verdict(boolean green) {
        this.green = green;
    }

    /**
     * Whether a build may go on.
     *
     * @return true if so
     */
    public boolean isGreen() {
        return green;
    }

    /** Decides, by facts alone. */
    static Verdict of(Facts facts) {
        return switch (facts.ending()) {
            case ABORTED -> ABORTED;
            case INTERRUPTED -> INTERRUPTED;
            case TIMED_OUT -> facts.anyFailed() ? FAILED : STILL_BUILDING;
            case LEFT_BUILDING -> facts.anyFailed() ? FAILED : LEFT_BUILDING;
            case COMPLETE -> facts.anyFailed() ? FAILED : ofComplete(facts);
        };
    }

    private static Verdict ofComplete(Facts facts) {
        var notActive =
                facts.indexes().stream().filter(index -> !index.isAsWanted()).toList();
        if (notActive.isEmpty()) {
            return ENSURED;
        }
        var retry = facts.retry();
        if (retry == null) {
            // A complete run leaves nothing pending; if one does, it has not done what it was to do.
            return FAILED;
        }
        if (!retry.stateIsKnown()) {
            return NOTHING_KNOWN_TO_RETRY;
        }
        return notActive.stream().allMatch(retry::mayStayPending) ? RETRIED : FAILED;
    }

    /**
     * What a verdict is about.
     *
     * @param ending how the run ended
     * @param indexes what became of each index
     * @param failedTables tables without any index that could not be made
     * @param retry what there was to retry; null unless the run only retries what failed
     */
    record Facts(
            RunReport.Ending ending,
            List<IndexReport> indexes,
            List<TableFailure> failedTables,
            @Nullable Retry retry) {

        boolean anyFailed() {
            return !failedTables.isEmpty()
                    || indexes.stream()
                            .anyMatch(index ->
                                    index.outcome() == Outcome.FAILED || index.outcome() == Outcome.LEFT_FAILED);
        }
    }
}
