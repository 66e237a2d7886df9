package dev.ensuregsis.engine.estimate;

import dev.ensuregsis.engine.definition.IndexId;
import org.jspecify.annotations.Nullable;

/**
 * What one index is expected to take.
 *
 * @param id the index
 * @param duration from the call until it is ACTIVE; null if that can't be said
 * @param basis what that rests on
 * @param work what its backfill writes; null if that can't be said
 * @param bound what bounds how fast; null if nothing does or it isn't known
 */
public record IndexEstimate(
        IndexId id,
        @Nullable DurationRange duration,
        Basis basis,
        @Nullable BuildWork work,
        @Nullable Bound bound) {}
