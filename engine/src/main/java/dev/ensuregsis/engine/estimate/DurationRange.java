package dev.ensuregsis.engine.estimate;

import java.time.Duration;

/**
 * Between which durations something is expected to lie.
 *
 * @param least the shortest
 * @param most the longest; not shorter than the shortest
 */
public record DurationRange(Duration least, Duration most) {

    /** No time at all. */
    public static final DurationRange ZERO = new DurationRange(Duration.ZERO, Duration.ZERO);

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the longest is shorter than the shortest
     */
    public DurationRange {
        if (most.compareTo(least) < 0) {
            throw new IllegalArgumentException("from " + least + " to " + most + " is no range");
        }
    }

    /**
     * One after the other.
     *
     * @param other what comes after this
     * @return both
     */
    public DurationRange then(DurationRange other) {
        return new DurationRange(least.plus(other.least), most.plus(other.most));
    }

    /**
     * Side by side.
     *
     * @param other what is done at the same time
     * @return until both are done
     */
    public DurationRange beside(DurationRange other) {
        return new DurationRange(longer(least, other.least), longer(most, other.most));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
