package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.spi.RetryPolicies;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a loop runs.
 *
 * @param rules what the user allows
 * @param policies how often and how long after each class of error
 * @param retryFailed whether the run only retries what failed
 * @param waitForActive whether to wait for what was started
 * @param timeout when to stop waiting; null for never
 * @param stallTimeout how long a table may refuse its next change while nothing on it changes
 * @param progressInterval how often a waiting table is told of
 * @param mayLower whether the run can lower capacity that was raised for a build
 */
public record LoopOptions(
        RunRules rules,
        RetryPolicies policies,
        boolean retryFailed,
        boolean waitForActive,
        @Nullable Duration timeout,
        Duration stallTimeout,
        Duration progressInterval,
        boolean mayLower) {}
