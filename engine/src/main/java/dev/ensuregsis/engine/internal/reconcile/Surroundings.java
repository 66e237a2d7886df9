package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.spi.ProgressSource;
import java.util.random.RandomGenerator;

/**
 * What a run works with.
 *
 * @param reach what it can do, and where
 * @param journal where it records and tells it
 * @param timeline time
 * @param random where jitter comes from
 * @param progress tells how far an index has come
 */
public record Surroundings(
        Reach reach, Journal journal, Timeline timeline, RandomGenerator random, ProgressSource progress) {}
