package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.StateException;

/** What a fault of the state table means for who needs the state and can't bear it, or not any longer. Pure. */
record FaultMeaning(String place) implements StateTableFault.Cases<StateException> {
    @Override
    public StateException conditionFailed(StateTableFault.ConditionFailed fault) {
        return new StateException.OutOfReach(place, fault.message());
    }

    @Override
    public StateException outdated(StateTableFault.Outdated fault) {
        return new StateException.OutOfReach(place, fault.message());
    }

    @Override
    public StateException passing(StateTableFault.Passing fault) {
        return new StateException.OutOfReach(place, fault.message());
    }

    @Override
    public StateException missing(StateTableFault.Missing fault) {
        return new StateException.Unusable(place, "there is no such table (any more).");
    }

    @Override
    public StateException denied(StateTableFault.Denied fault) {
        return new StateException.Unusable(
                place, "the credentials may not use it, or are none: " + fault.message() + ".");
    }

    @Override
    public StateException refused(StateTableFault.Refused fault) {
        return new StateException.OutOfReach(place, fault.message());
    }

    @Override
    public StateException damaged(StateTableFault.Damaged fault) {
        return new StateException.Unusable(place, fault.message() + ". Mend that item, or take it away.");
    }
}
