package dev.ensuregsis.engine.internal.retry;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.spi.RetryClass;
import java.util.OptionalInt;

/** What an error means for the run: the small set that every error of the control plane falls into. */
public sealed interface ErrorClass {

    /**
     * Hands this to the case that it is.
     *
     * @param cases one for each class
     * @param <R> what they give
     * @return what the case gives
     */
    <R> R match(Cases<R> cases);

    /** The table is changing: wait until it and all its indexes are ACTIVE, then the same call. Costs time only. */
    record Wait() implements ErrorClass {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.wait(this);
        }
    }

    /**
     * The account has as many tables changing as it may: have fewer in flight. Costs time only.
     *
     * @param limit how many tables the message says there may be; empty if it doesn't say
     */
    record FewerTables(OptionalInt limit) implements ErrorClass {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fewerTables(this);
        }
    }

    /** Halve the call rate of the whole run, then the same call. Costs time only. */
    record SlowDown() implements ErrorClass {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.slowDown(this);
        }
    }

    /** DynamoDB says that it is there already: look, compare, then adopt or fail. */
    record Exists() implements ErrorClass {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.exists(this);
        }
    }

    /** DynamoDB says that there is nothing to delete: look; absent is done. */
    record Gone() implements ErrorClass {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.gone(this);
        }
    }

    /**
     * The same call after a delay, and a look before it, since it may have taken effect.
     *
     * @param retryClass whose policy says how often and how long
     */
    record BackOff(RetryClass retryClass) implements ErrorClass {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.backOff(this);
        }
    }

    /** It was held back, and has had no effect: once it may be sent, look, and send it if it is still to be sent. */
    record HeldBack() implements ErrorClass {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.heldBack(this);
        }
    }

    /**
     * This index fails now.
     *
     * @param failure why
     */
    record StopIndex(Failure failure) implements ErrorClass {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stopIndex(this);
        }
    }

    /**
     * Every index of this table fails now.
     *
     * @param failure why
     */
    record StopTable(Failure failure) implements ErrorClass {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.stopTable(this);
        }
    }

    /**
     * The whole run ends, state kept: every other call would fail the same way.
     *
     * @param failure why
     */
    record AbortRun(Failure failure) implements ErrorClass {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.abortRun(this);
        }
    }

    /**
     * A case for each class, so that none can be forgotten.
     *
     * @param <R> what they give
     */
    interface Cases<R> {
        /** The table is changing. */
        R wait(Wait wait);

        /** The account is full. */
        R fewerTables(FewerTables fewer);

        /** Throttled. */
        R slowDown(SlowDown slowDown);

        /** It is there already. */
        R exists(Exists exists);

        /** There is nothing to delete. */
        R gone(Gone gone);

        /** Try again. */
        R backOff(BackOff backOff);

        /** It was held back. */
        R heldBack(HeldBack heldBack);

        /** The index fails. */
        R stopIndex(StopIndex stop);

        /** The table fails. */
        R stopTable(StopTable stop);

        /** The run ends. */
        R abortRun(AbortRun abort);
    }
}
