package dev.ensuregsis.engine.spi;

import java.time.Duration;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * How often and how long after a setback of one class the same call is sent again. The delay doubles from the base to
 * the cap; with jitter, it is drawn evenly between nothing and that.
 *
 * @param maxAttempts the call is sent at most so often, the first time included; {@link #UNLIMITED} for no bound
 * @param base the delay before the second try; positive
 * @param cap no delay is longer than this; at least the base
 * @param jitter whether delays are drawn at random (full jitter)
 * @param usesAttempt whether a setback of this class counts towards the attempts of its index
 */
public record RetryPolicy(int maxAttempts, Duration base, Duration cap, boolean jitter, boolean usesAttempt) {

    /** No bound on the number of tries. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** More doublings than this overflow nothing and change nothing: every cap is reached long before. */
    private static final int MAX_DOUBLINGS = 30;

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if there is less than one attempt, the base isn't positive or the cap is under
     *     the base
     */
    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, not " + maxAttempts);
        }
        if (base.isNegative() || base.isZero()) {
            throw new IllegalArgumentException("the base of the delay must be positive, not " + base);
        }
        if (cap.compareTo(base) < 0) {
            throw new IllegalArgumentException("the cap of the delay, " + cap + ", is under its base, " + base);
        }
    }

    /**
     * A policy that uses up attempts, with jitter.
     *
     * @param maxAttempts at least 1
     * @param base the first delay
     * @param cap the longest delay
     * @return the policy
     */
    public static RetryPolicy attempts(int maxAttempts, Duration base, Duration cap) {
        return new RetryPolicy(maxAttempts, base, cap, true, true);
    }

    /**
     * A policy that uses up time only, with jitter.
     *
     * @param base the first delay
     * @param cap the longest delay
     * @return the policy
     */
    public static RetryPolicy unlimited(Duration base, Duration cap) {
        return new RetryPolicy(UNLIMITED, base, cap, true, false);
    }

    /**
     * A bounded policy that uses up no attempt of an index, with jitter.
     *
     * @param inARow at least 1
     * @param base the first delay
     * @param cap the longest delay
     * @return the policy
     */
    public static RetryPolicy looks(int inARow, Duration base, Duration cap) {
        return new RetryPolicy(inARow, base, cap, true, false);
    }

    /**
     * This policy with every delay as long as it may be.
     *
     * @return the changed copy
     */
    public RetryPolicy withoutJitter() {
        return new RetryPolicy(maxAttempts, base, cap, false, usesAttempt);
    }

    /** Longer than any run, and short enough to be counted in nanoseconds. */
    private static Duration bearable(Duration delay) {
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    /**
     * The delay after a number of setbacks in a row.
     *
     * @param setbacks at least 1
     * @param random where jitter comes from
     * @return how long to wait
     */
    public Duration delayAfter(int setbacks, RandomGenerator random) {
        // The SDK counts attempts: its first has no delay, and the second comes after one setback.
        var full = BackoffStrategy.exponentialDelayWithoutJitter(bearable(base), bearable(cap))
                .computeDelay(Math.min(setbacks, MAX_DOUBLINGS) + 1);
        // It counts whole milliseconds too, and no more than an int of them.
        var least = bearable(base);
        var whole = full.compareTo(least) < 0 ? least : full;
        return jitter ? Duration.ofNanos((long) (whole.toNanos() * random.nextDouble())) : whole;
    }
}
