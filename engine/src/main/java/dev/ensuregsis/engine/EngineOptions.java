package dev.ensuregsis.engine;

import dev.ensuregsis.engine.retry.RetryPolicies;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the builder was told, as a value; null where it was not and the default depends on the endpoint. */
record EngineOptions(
        boolean createTables,
        boolean retryFailed,
        boolean waitForActive,
        @Nullable Duration timeout,
        Selection selection,
        @Nullable String expectedAccount,
        Duration progressInterval,
        @Nullable RetryPolicies retryPolicies) {

    RetryPolicies policies(boolean local) {
        if (retryPolicies != null) {
            return retryPolicies;
        }
        return local ? RetryPolicies.localDefaults() : RetryPolicies.defaults();
    }
}
