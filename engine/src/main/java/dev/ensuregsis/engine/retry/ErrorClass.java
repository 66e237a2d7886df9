package dev.ensuregsis.engine.retry;

import dev.ensuregsis.engine.event.Failure;
import java.util.OptionalInt;

/** What an error means for the run: the small set that every error of the control plane falls into. */
public sealed interface ErrorClass {

    /** The table is changing: wait until it and all its indexes are ACTIVE, then the same call. Costs time only. */
    record Wait() implements ErrorClass {}

    /**
     * The account has as many tables changing as it may: have fewer in flight. Costs time only.
     *
     * @param limit how many tables the message says there may be; empty if it doesn't say
     */
    record FewerTables(OptionalInt limit) implements ErrorClass {}

    /** Halve the call rate of the whole run, then the same call. Costs time only. */
    record SlowDown() implements ErrorClass {}

    /** DynamoDB says that it is there already: look, compare, then adopt or fail. */
    record Exists() implements ErrorClass {}

    /**
     * The same call after a delay, and a look before it, since it may have taken effect.
     *
     * @param retryClass whose policy says how often and how long
     */
    record BackOff(RetryClass retryClass) implements ErrorClass {}

    /**
     * This index fails now.
     *
     * @param failure why
     */
    record StopIndex(Failure failure) implements ErrorClass {}

    /**
     * Every index of this table fails now.
     *
     * @param failure why
     */
    record StopTable(Failure failure) implements ErrorClass {}

    /**
     * The whole run ends, state kept: every other call would fail the same way.
     *
     * @param failure why
     */
    record AbortRun(Failure failure) implements ErrorClass {}
}
