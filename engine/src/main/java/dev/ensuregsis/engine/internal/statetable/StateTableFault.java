package dev.ensuregsis.engine.internal.statetable;

import java.util.Optional;

/** What went wrong with a request to the state table. */
sealed interface StateTableFault {

    /** The words for it. */
    String message();

    /** Hands this to the case that it is. */
    <R> R match(Cases<R> cases);

    /**
     * It was not as the request said it had to be; nothing was written.
     *
     * @param head the head as it is; empty if there is none
     */
    record ConditionFailed(Optional<Head> head) implements StateTableFault {
        @Override
        public String message() {
            return "the state is not as it was";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.conditionFailed(this);
        }
    }

    /** A newer write of this very run was there already. */
    record Outdated() implements StateTableFault {
        @Override
        public String message() {
            return "a newer write was there already";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.outdated(this);
        }
    }

    /**
     * It passes: throttling, a conflict of two transactions, no answer. What was asked for may have been done.
     *
     * @param message what was said
     */
    record Passing(String message) implements StateTableFault {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.passing(this);
        }
    }

    /**
     * There is no such table.
     *
     * @param message what was said
     */
    record Missing(String message) implements StateTableFault {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.missing(this);
        }
    }

    /**
     * The credentials may not do it, or are none.
     *
     * @param message what was said
     */
    record Denied(String message) implements StateTableFault {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.denied(this);
        }
    }

    /**
     * It can't be done, and won't be.
     *
     * @param message what was said
     */
    record Refused(String message) implements StateTableFault {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refused(this);
        }
    }

    /**
     * What stands there can't be read.
     *
     * @param message which item, and why
     */
    record Damaged(String message) implements StateTableFault {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.damaged(this);
        }
    }

    /** A case for each kind, so that none can be forgotten. */
    interface Cases<R> {
        R conditionFailed(ConditionFailed fault);

        R outdated(Outdated fault);

        R passing(Passing fault);

        R missing(Missing fault);

        R denied(Denied fault);

        R refused(Refused fault);

        R damaged(Damaged fault);
    }
}
