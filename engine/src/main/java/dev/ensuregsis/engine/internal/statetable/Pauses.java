package dev.ensuregsis.engine.internal.statetable;

import java.time.Duration;

/** How long to wait before a request is made again that passed by. */
final class Pauses {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 6;

    private Pauses() {}

    /** The pause after so many failures in a row, from 1: half of it is drawn. */
    static Duration after(int failures, TableTime time) {
        var doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        var half = (doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled).dividedBy(2);
        return half.plus(time.jitter(half));
    }
}
