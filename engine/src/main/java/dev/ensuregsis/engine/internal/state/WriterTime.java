package dev.ensuregsis.engine.internal.state;

import java.time.Duration;
import java.time.Instant;

/**
 * Where the state's time comes from and its writer runs. The default is this machine's clock and one daemon thread; a
 * simulation brings its own.
 */
public interface WriterTime extends AutoCloseable {

    /**
     * The time of day, for what is recorded.
     *
     * @return now
     */
    Instant now();

    /**
     * Time that only goes forward, for how long a write took.
     *
     * @return nanoseconds since some moment
     */
    long nanoTime();

    /**
     * Runs a write, once, not earlier than after a delay: on any thread, but never within this call.
     *
     * @param delay zero or more
     * @param write what to run; throws nothing
     */
    void schedule(Duration delay, Runnable write);

    /** Ends what {@link #schedule} runs on. Writes that have not begun are dropped. Default: nothing to end. */
    @Override
    default void close() {}
}
