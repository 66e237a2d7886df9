package dev.ensuregsis.engine.spi;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * The policy of each class of setback, and the bound over all of them.
 *
 * @param maxAttempts attempts per index and run, over all classes that use one up; at least 1
 * @param byClass the policy of every class
 */
public record RetryPolicies(int maxAttempts, Map<RetryClass, RetryPolicy> byClass) {

    /** Attempts per index and run where nothing else is said. */
    public static final int DEFAULT_MAX_ATTEMPTS = 5;

    private static final int LOCAL_SCALE = 40;

    /**
     * Copies the map and fills it with the defaults.
     *
     * @throws IllegalArgumentException if there is less than one attempt, or throttling is to use up more than time
     */
    public RetryPolicies {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts must be at least 1, not " + maxAttempts);
        }
        var complete = new EnumMap<RetryClass, RetryPolicy>(RetryClass.class);
        for (var retryClass : RetryClass.values()) {
            complete.put(retryClass, byClass.getOrDefault(retryClass, retryClass.defaults()));
        }
        var throttling = byClass.getOrDefault(RetryClass.THROTTLING, RetryClass.THROTTLING.defaults());
        if (throttling.maxAttempts() != RetryPolicy.UNLIMITED || throttling.usesAttempt()) {
            throw new IllegalArgumentException(
                    "throttling uses up time only: its policy can have no bound, and use no attempt");
        }
        byClass = Map.copyOf(complete);
    }

    /**
     * The defaults for a real account, as each {@link RetryClass} states them.
     *
     * @return the policies
     */
    public static RetryPolicies defaults() {
        return new RetryPolicies(DEFAULT_MAX_ATTEMPTS, Map.of());
    }

    /**
     * The defaults for an emulator on this machine: the same, with every delay a fortieth, as its waits are of
     * milliseconds and nobody else is held up.
     *
     * @return the policies
     */
    public static RetryPolicies localDefaults() {
        var scaled = new EnumMap<RetryClass, RetryPolicy>(RetryClass.class);
        for (var retryClass : RetryClass.values()) {
            var policy = retryClass.defaults();
            scaled.put(
                    retryClass,
                    new RetryPolicy(
                            policy.maxAttempts(),
                            scaled(policy.base()),
                            scaled(policy.cap()),
                            policy.jitter(),
                            policy.usesAttempt()));
        }
        return new RetryPolicies(DEFAULT_MAX_ATTEMPTS, scaled);
    }

    /**
     * These policies with one changed.
     *
     * @param retryClass which
     * @param policy its policy
     * @return the changed copy
     */
    public RetryPolicies with(RetryClass retryClass, RetryPolicy policy) {
        var changed = new EnumMap<>(byClass);
        changed.put(retryClass, policy);
        return new RetryPolicies(maxAttempts, changed);
    }

    /**
     * These policies with another bound on attempts.
     *
     * @param attempts at least 1
     * @return the changed copy
     */
    public RetryPolicies withMaxAttempts(int attempts) {
        return new RetryPolicies(attempts, byClass);
    }

    /**
     * The policy of one class.
     *
     * @param retryClass which
     * @return its policy
     */
    public RetryPolicy of(RetryClass retryClass) {
        return byClass.getOrDefault(retryClass, retryClass.defaults());
    }

    private static Duration scaled(Duration delay) {
        return delay.dividedBy(LOCAL_SCALE);
    }
}
