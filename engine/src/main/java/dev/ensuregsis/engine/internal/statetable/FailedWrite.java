package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.StateException;
import org.jspecify.annotations.Nullable;

/** What a write that failed means for the run whose lease it was made under. */
sealed interface FailedWrite {

    /** A newer one of the run's own is there: nothing is left to do. */
    record Needless() implements FailedWrite {}

    /** It is made again. */
    record Again(String why) implements FailedWrite {}

    /** The state is lost to the run. */
    record Lost(StateException reason) implements FailedWrite {}

    static FailedWrite of(StateTableFault fault, String place) {
        return fault.match(new ByFault(place));
    }

    /** By the fault. Pure. */
    record ByFault(String place) implements StateTableFault.Cases<FailedWrite> {
        @Override
        public FailedWrite conditionFailed(StateTableFault.ConditionFailed fault) {
            return new Lost(new StateException.Lost(place, whose(fault.head().orElse(null))));
        }

        private static String whose(@Nullable Head actual) {
            if (actual == null) {
                return "its head item was deleted";
            }
            var lease = actual.lease();
            return lease == null ? "its lease was taken away by hand" : "it is held by " + lease.owner() + " now";
        }

        @Override
        public FailedWrite outdated(StateTableFault.Outdated fault) {
            return new Needless();
        }

        @Override
        public FailedWrite passing(StateTableFault.Passing fault) {
            return new Again(fault.message());
        }

        @Override
        public FailedWrite missing(StateTableFault.Missing fault) {
            return unbearable(fault);
        }

        @Override
        public FailedWrite denied(StateTableFault.Denied fault) {
            return unbearable(fault);
        }

        @Override
        public FailedWrite refused(StateTableFault.Refused fault) {
            return unbearable(fault);
        }

        @Override
        public FailedWrite damaged(StateTableFault.Damaged fault) {
            return unbearable(fault);
        }

        private FailedWrite unbearable(StateTableFault fault) {
            return new Lost(fault.match(new FaultMeaning(place)));
        }
    }
}
