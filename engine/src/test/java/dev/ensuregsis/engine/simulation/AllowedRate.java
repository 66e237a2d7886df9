package dev.ensuregsis.engine.simulation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Control-plane throttling: so many calls a second, after a burst. A call beyond it is refused and costs nothing. */
final class AllowedRate {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private double saved;
    private @Nullable Instant last;

    AllowedRate(double perSecond, double burst) {
        this.perSecond = perSecond;
        this.burst = Math.max(1, burst);
        this.saved = this.burst;
    }

    void admit(Instant now) {
        if (last != null) {
            saved = Math.min(burst, saved + Duration.between(last, now).toNanos() / NANOS * perSecond);
        }
        last = now;
        if (saved < 1) {
            throw Refusal.throttling();
        }
        saved--;
    }
}
