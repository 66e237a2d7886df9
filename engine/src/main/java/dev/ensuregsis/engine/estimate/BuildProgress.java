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
 */
public record BuildProgress(
        @Nullable Double percent,
        @Nullable Instant asOf,
        @Nullable DurationRange left) {}
