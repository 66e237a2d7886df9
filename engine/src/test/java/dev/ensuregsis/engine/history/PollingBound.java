package dev.ensuregsis.engine.history;

import java.time.Duration;

/**
 * How many looks the polling rule allows in one wait: each comes a twentieth of the time already waited after the one
 * before, never sooner than 2 s and never later than 30 s. Written from the rule, not from the code that follows it.
 */
final class PollingBound {
    private static final double SHORTEST = 2;
    private static final double LONGEST = 30;
    private static final double FRACTION = 20;

    private PollingBound() {}

    static int looks(Duration wait) {
        double whole = wait.toMillis() / 1000.0;
        int looks = 1;
        for (double waited = 0; waited <= whole; looks++) {
            waited += Math.min(LONGEST, Math.max(SHORTEST, waited / FRACTION));
        }
        return looks;
    }
}
