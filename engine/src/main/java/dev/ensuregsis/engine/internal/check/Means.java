package dev.ensuregsis.engine.internal.check;

import dev.ensuregsis.engine.check.CheckJournal;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import dev.ensuregsis.engine.spi.RetryPolicies;
import dev.ensuregsis.engine.spi.TableItems;
import java.util.random.RandomGenerator;

/**
 * What tables are read with.
 *
 * @param items where they are read
 * @param timeline time
 * @param random where chance comes from
 * @param policies how long to wait after each class of error, and how often
 * @param journal what keeps misfits and places
 */
public record Means(
        TableItems items, Timeline timeline, RandomGenerator random, RetryPolicies policies, CheckJournal journal) {}
