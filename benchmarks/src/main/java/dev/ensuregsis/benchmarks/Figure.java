package dev.ensuregsis.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * One row of the results.
 *
 * @param what what was measured
 * @param ours the engine's figure, in words with its unit
 * @param other what it is held against, in words with its unit
 * @param ratio ours over other; null where they can't be compared
 * @param spread lowest and highest ratio of repeated measurements; null for a simulation, which has none
 * @param goal the most that the ratio may be; null where there is no goal
 */
public record Figure(
        String what,
        String ours,
        String other,
        @Nullable Double ratio,
        @Nullable String spread,
        @Nullable Double goal) {

    boolean isMet() {
        return goal == null || (ratio != null && ratio <= goal);
    }
}
