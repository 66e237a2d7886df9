package dev.ensuregsis.engine;

import dev.ensuregsis.engine.internal.reconcile.LoopOptions;
import dev.ensuregsis.engine.internal.reconcile.RunRules;
import dev.ensuregsis.engine.spi.RetryPolicies;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the builder was told, as a value; null where it was not and the default depends on the endpoint. */
record EngineOptions(
        boolean createTables,
        boolean retryFailed,
        boolean waitForActive,
        @Nullable Duration timeout,
        Duration stallTimeout,
        Selection selection,
        @Nullable String expectedAccount,
        Duration progressInterval,
        @Nullable RetryPolicies retryPolicies,
        @Nullable Long backfillWrite) {

    EngineOptions {
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new IllegalArgumentException("timeout must be positive, not " + timeout);
        }
        if (stallTimeout.isNegative() || stallTimeout.isZero()) {
            throw new IllegalArgumentException("stallTimeout must be positive, not " + stallTimeout);
        }
        if (progressInterval.isNegative()) {
            throw new IllegalArgumentException("progressInterval must not be negative, as " + progressInterval + " is");
        }
        if (backfillWrite != null && backfillWrite < 1) {
            throw new IllegalArgumentException("backfillWriteCapacity must be at least 1, not " + backfillWrite);
        }
        refuseUnlessAccount(expectedAccount);
    }

    /** An account that no tables can belong to would refuse all. */
    static void refuseUnlessAccount(@Nullable String expectedAccount) {
        if (expectedAccount != null && !expectedAccount.matches("\\d{12}")) {
            throw new IllegalArgumentException("expectedAccount must be 12 digits, not \"" + expectedAccount + "\"");
        }
    }

    RetryPolicies policies(boolean local) {
        if (retryPolicies != null) {
            return retryPolicies;
        }
        return local ? RetryPolicies.localDefaults() : RetryPolicies.defaults();
    }

    RunRules rules(boolean local) {
        return new RunRules(createTables, local, backfillWrite);
    }

    LoopOptions loop(boolean local, boolean mayLower) {
        return new LoopOptions(
                rules(local),
                policies(local),
                retryFailed,
                waitForActive,
                timeout,
                stallTimeout,
                progressInterval,
                mayLower);
    }
}
