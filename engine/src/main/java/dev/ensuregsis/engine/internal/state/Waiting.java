package dev.ensuregsis.engine.internal.state;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A wait that has an end, measured on the clock that only moves forward. */
final class Waiting {
    private final long begun = System.nanoTime();
    private final long nanos;

    Waiting(Duration longest) {
        this.nanos = TimeUnit.NANOSECONDS.convert(longest);
    }

    boolean isOver() {
        return System.nanoTime() - begun >= nanos;
    }

    /** So long, or until the end of the wait if that is sooner; at least a millisecond. */
    long millis(long most) {
        var left = Duration.ofNanos(nanos - (System.nanoTime() - begun)).toMillis();
        return Math.max(1, Math.min(most, left));
    }
}
