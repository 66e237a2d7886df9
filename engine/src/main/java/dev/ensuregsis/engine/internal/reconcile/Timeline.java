package dev.ensuregsis.engine.internal.reconcile;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Where time comes from, and where blocking calls are made. Everything of a run happens in steps on one thread, the
 * loop's; only calls leave it. Real time is one implementation, simulated time another, so that a deployment of days
 * runs in milliseconds and can be repeated from its seed.
 */
public interface Timeline {

    /**
     * What time it is.
     *
     * @return now
     */
    Moment now();

    /**
     * Runs a step on the loop's thread, not earlier than after a delay. May be called from any thread.
     *
     * @param delay zero or more; however long
     * @param step what to run
     */
    void schedule(Duration delay, Runnable step);

    /**
     * Makes a blocking call away from the loop's thread and hands what came of it back as a step on the loop's thread.
     *
     * @param <T> what the call gives
     * @param call the call
     * @param then is given what came of it, whatever that is
     */
    <T> void call(Callable<T> call, Consumer<Answer<T>> then);

    /**
     * Makes the calling thread the loop's, and runs steps until there is no more to do. What a step throws ends it.
     *
     * @param done asked after each step
     * @throws InterruptedException if the thread is interrupted; no further step runs
     */
    void runUntil(BooleanSupplier done) throws InterruptedException;

    /**
     * What came of a call.
     *
     * @param <T> what the call gives
     */
    sealed interface Answer<T> {

        /**
         * The call returned.
         *
         * @param <T> what the call gives
         * @param value what it gave
         */
        record Returned<T>(T value) implements Answer<T> {}

        /**
         * The call threw.
         *
         * @param <T> what the call gives
         * @param thrown what it threw, errors included
         */
        record Threw<T>(Throwable thrown) implements Answer<T> {}
    }
}
