package dev.ensuregsis.engine.internal.check;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How fast a table is read: no page is asked for before those that were have been made up for by time, at so many read
 * units a second. Nothing is saved up. So what was taken since the beginning is never more than the limit allows, but for
 * the pages that are on their way. Where DynamoDB throttles, the pace is halved and comes back page by page.
 *
 * @param limit read units a second; null for no limit
 * @param share which part of it is taken just now, 1 for all
 * @param owed read units that time has yet to make up for
 * @param at as of when
 */
record Pace(@Nullable Double limit, double share, double owed, Duration at) {
    private static final double LEAST_SHARE = 1.0 / 64;
    private static final double RECOVERY = 1.05;

    static Pace of(@Nullable Double unitsPerSecond, Duration now) {
        return new Pace(unitsPerSecond, 1, 0, now);
    }

    /** How long until the next page may be asked for. */
    Duration untilNext(Duration now) {
        if (limit == null) {
            return Duration.ZERO;
        }
        double still = made(now).owed;
        return still <= 0 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(still / (limit * share) * 1e9));
    }

    /** A page is asked for that takes about so much. */
    Pace asked(double units, Duration now) {
        var made = made(now);
        return new Pace(limit, share, made.owed + units, now);
    }

    /** It has taken so much. */
    Pace took(double estimated, double units, Duration now) {
        var made = made(now);
        return new Pace(limit, Math.min(1, share * RECOVERY), made.owed + units - estimated, now);
    }

    /** It was refused: nothing was taken. */
    Pace refused(double estimated, Duration now, boolean throttled) {
        var made = made(now);
        return new Pace(
                limit, throttled ? Math.max(LEAST_SHARE, share / 2) : share, Math.max(0, made.owed - estimated), now);
    }

    private Pace made(Duration now) {
        if (limit == null) {
            return new Pace(null, share, 0, now);
        }
        double made = limit * share * now.minus(at).toNanos() / 1e9;
        // What a page took less than was thought stays to its credit; time alone gives none.
        return new Pace(limit, share, owed > 0 ? Math.max(0, owed - made) : owed, now);
    }
}
