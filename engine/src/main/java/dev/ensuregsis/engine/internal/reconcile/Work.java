package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.spi.RetryClass;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one run has done for one thing that is wanted: an index, or a table for itself. Touched by the loop's thread only.
 */
abstract sealed class Work permits IndexWork, TableItself {
    private Map<RetryClass, Integer> setbacks = Map.of();
    private @Nullable Integer earlierAttempts;
    private @Nullable Failure failure;
    private int failedAttempts;
    private int acceptedCalls;

    /** The words for it in a message. */
    abstract String name();

    /** Its creation is about to be asked for. */
    abstract void asking(Moment now);

    /** DynamoDB says that it is there, whoever made it: looks will show it sooner or later. */
    abstract void saidToExist(Moment now);

    /** It is given up. */
    abstract void fail(Moment now, Failure why);

    /** Why it is given up, or will be; null if it isn't. */
    final @Nullable Failure failure() {
        return failure;
    }

    final void failsBecauseOf(@Nullable Failure why) {
        failure = why;
    }

    /** Its creation was accepted: looks will show it sooner or later. */
    final void accepted(Moment now) {
        acceptedCalls++;
        saidToExist(now);
    }

    /** An attempt that had succeeded turns out to have failed: it is counted once, as that. */
    final void acceptedInVain() {
        acceptedCalls = Math.max(0, acceptedCalls - 1);
    }

    /** Attempts that used one up, the successful ones included. */
    final int attempts() {
        return failedAttempts + acceptedCalls;
    }

    /** Attempts of earlier runs that used one up: as recorded when this run first has to do with it. */
    final int earlierAttempts(IntSupplier recorded) {
        if (earlierAttempts == null) {
            earlierAttempts = recorded.getAsInt();
        }
        return earlierAttempts;
    }

    /** Attempts that ended in an error which uses one up. */
    final int failedAttempts() {
        return failedAttempts;
    }

    /** Counts a setback, and says how many of its class there were. */
    final int setback(RetryClass retryClass, boolean usesAttempt) {
        if (usesAttempt) {
            failedAttempts++;
        }
        if (setbacks.isEmpty()) {
            // Most have none, and there may be ten thousands of them.
            setbacks = new EnumMap<>(RetryClass.class);
        }
        return setbacks.merge(retryClass, 1, Integer::sum);
    }

    /** How many setbacks of a class there were. */
    final int setbacks(RetryClass retryClass) {
        return setbacks.getOrDefault(retryClass, 0);
    }
}
