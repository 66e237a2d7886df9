package dev.ensuregsis.engine.internal.statetable;

import java.time.Duration;

/**
 * How long a table has not answered, and when to ask it again. It begins with the first request that fails: a process that
 * stood still meanwhile was silent itself. Not thread-safe: who has it guards it.
 */
final class Silence {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final TableTime time;
    private int failures;
    private long begunNanos;
    private long againNanos;

    Silence(TableTime time) {
        this.time = time;
    }

    /** There was an answer. */
    void isOver() {
        failures = 0;
    }

    /** Once more there was none; gives back how long that has lasted. */
    Duration goesOn() {
        var now = time.nanoTime();
        if (failures == 0) {
            begunNanos = now;
        }
        failures++;
        againNanos = now + Pauses.after(failures, time).toNanos();
        return Duration.ofNanos(now - begunNanos);
    }

    /** Nothing or less if it may be asked now. */
    Duration untilNextTry(long now) {
        return Duration.ofNanos(failures == 0 ? 0 : againNanos - now);
    }

    static boolean isTooLong(Duration lasted) {
        return lasted.compareTo(LONGEST) > 0;
    }
}
