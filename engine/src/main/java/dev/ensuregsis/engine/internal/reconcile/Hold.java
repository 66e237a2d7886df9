package dev.ensuregsis.engine.internal.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long an index is not created yet, as a deletion that was sent may still take effect. Pure. */
final class Hold {
    /** How far apart the clocks of two machines may be: DynamoDB takes no request whose time is over 5 min from its own. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    private Hold() {}

    /** What is left of it, waiting so long at most; empty if it may be created now. */
    static Optional<Duration> left(@Nullable Instant notBefore, Instant now, Duration longest) {
        return Optional.ofNullable(notBefore)
                .map(time -> Duration.between(now, time.plus(CLOCKS_APART)))
                .filter(left -> !left.isNegative() && !left.isZero())
                .map(left -> left.compareTo(longest) > 0 ? longest : left);
    }
}
