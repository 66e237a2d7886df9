package dev.ensuregsis.engine.history;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.simulation.CallRecord;
import dev.ensuregsis.engine.simulation.FaultPlan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of ours in a history, and what was seen of it.
 *
 * @param retryFailed whether it was only to retry what failed
 * @param trail its calls
 * @param events what it told
 * @param report its report; null if it crashed
 * @param steps how many steps it took
 * @param endedAt when
 */
record OurProcess(
        boolean retryFailed,
        List<CallRecord> trail,
        List<GsiEvent> events,
        @Nullable RunReport report,
        int steps,
        Instant endedAt) {

    /** What a run meets, and when it is to end before its time; 0 for never. */
    record Orders(FaultPlan faults, int crashBefore, int interruptBefore) {
        static final Orders UNDISTURBED = new Orders(FaultPlan.NONE, 0, 0);
    }
}
