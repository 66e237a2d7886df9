package dev.ensuregsis.engine;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.internal.reconcile.LoopOutcome;
import org.jspecify.annotations.Nullable;

/** How a run's loop was left. */
record Ended(
        LoopOutcome outcome,
        boolean isInterrupted,
        @Nullable Failure abortedBy,
        @Nullable Throwable thrown) {

    static Ended by(LoopOutcome outcome) {
        return new Ended(outcome, false, outcome.abortedBy(), outcome.thrown());
    }

    static Ended interrupted(LoopOutcome outcome) {
        return new Ended(outcome, true, null, null);
    }

    /** What ended it first is the reason, whatever was thrown while that was told. */
    static Ended aborted(LoopOutcome outcome, Failure failure, @Nullable Throwable thrown) {
        var first = outcome.abortedBy();
        return new Ended(outcome, false, first == null ? failure : first, thrown);
    }

    /** This, or its being aborted if that was not so already. */
    Ended orAborted(Failure failure, @Nullable Throwable problem) {
        return abortedBy != null ? this : new Ended(outcome, false, failure, problem);
    }

    /** This, or its being interrupted if it had not ended for another reason. */
    Ended orInterrupted() {
        return abortedBy != null ? this : interrupted(outcome);
    }

    RunReport.Ending ending() {
        if (abortedBy != null) {
            return RunReport.Ending.ABORTED;
        }
        if (isInterrupted) {
            return RunReport.Ending.INTERRUPTED;
        }
        if (outcome.timedOut()) {
            return RunReport.Ending.TIMED_OUT;
        }
        return outcome.leftBuilding() ? RunReport.Ending.LEFT_BUILDING : RunReport.Ending.COMPLETE;
    }
}
