package dev.ensuregsis.engine.estimate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an index has come that DynamoDB is building, and how long it still takes.
 *
 * @param percent how far, from 0 to 100, as it was measured; null where nothing is
 * @param asOf when that was so, some minutes ago as a rule; null where nothing is measured
 * @param left how much longer, by what was measured, else by the estimate; null if neither says it: it takes longer than was
 *     expected
 * @param throttling what throttles it, when last asked; null if nothing does, or it moves as expected and wasn't asked for
 */
public record BuildProgress(
        @Nullable Double percent,
        @Nullable Instant asOf,
        @Nullable DurationRange left,
        @Nullable BuildThrottling throttling) {

    /**
     * Of an index that isn't throttled, as far as is known.
     *
     * @param percent how far, from 0 to 100; null where nothing is measured
     * @param asOf when that was so; null where nothing is measured
     * @param left how much longer; null if nothing says it
     */
    public BuildProgress(@Nullable Double percent, @Nullable Instant asOf, @Nullable DurationRange left) {
        this(percent, asOf, left, null);
    }
}
