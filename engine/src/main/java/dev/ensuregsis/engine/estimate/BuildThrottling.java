package dev.ensuregsis.engine.estimate;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * That DynamoDB throttles what is written into an index while it is built.
 *
 * @param consumedPerSecond write units a second that are taken, as it was measured
 * @param bound the capacity that may bound it; null if that isn't known
 */
public record BuildThrottling(
        double consumedPerSecond, @Nullable Bound bound) {
    /** What uses up this share of a capacity is bounded by it, and not by one key. */
    private static final double USED_UP = 0.8;

    /**
     * The capacity that would take half the time.
     *
     * @return write units a second; empty if the capacity isn't used up, so that a key which many items share bounds it
     *     and more would not help, or if it isn't known
     */
    public OptionalLong helpfulUnitsPerSecond() {
        return bound != null && consumedPerSecond >= USED_UP * bound.unitsPerSecond()
                ? OptionalLong.of(2 * bound.unitsPerSecond())
                : OptionalLong.empty();
    }
}
