package dev.ensuregsis.maven.internal.console;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A moment of a run. A wall clock is set forward and back, also while a run waits: it stamps, and measures nothing.
 *
 * @param wall what the clock on the wall says
 * @param elapsed how long it has been going on, by a clock that nobody sets
 */
public record Moment(Instant wall, Duration elapsed) {

    /**
     * Tells what moment it is.
     *
     * @return a clock by which it begins now
     */
    public static Supplier<Moment> clock() {
        long begun = System.nanoTime();
        return () -> new Moment(Instant.now(), Duration.ofNanos(System.nanoTime() - begun));
    }
}
