package dev.ensuregsis.engine.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How fast a run may send one kind of call. Free until DynamoDB throttles; then half of what was sent in the second
 * before, and from there a tenth more every ten seconds without throttling. Used by the loop's thread only.
 */
final class CallRate {
    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final Duration RECOVERY_STEP = Duration.ofSeconds(10);
    private static final double RECOVERY = 1.1;
    private static final Duration SLOWEST = Duration.ofSeconds(10);
    private static final Duration FREE = Duration.ofMillis(2);

    private final Deque<Instant> lastSecond = new ArrayDeque<>();
    private @Nullable Duration spacing;
    private Instant nextSlot = Instant.MIN;
    private Instant lastChange = Instant.MIN;
    private Instant judgedFrom = Instant.MIN;

    /** Takes the next slot and says how long to wait for it. */
    Duration reserve(Instant now) {
        recover(now);
        var slot = nextSlot.isAfter(now) ? nextSlot : now;
        if (spacing != null) {
            nextSlot = slot.plus(spacing);
        }
        lastSecond.addLast(slot);
        forget(now);
        return Duration.between(now, slot);
    }

    /**
     * Halves the rate, once for all calls that had their slots before the first one at the new rate: they say nothing of it,
     * and use up what it is let through. The new spacing, if it was halved.
     */
    Optional<Duration> throttled(Instant reservedAt, Instant now) {
        if (reservedAt.isBefore(judgedFrom)) {
            return Optional.empty();
        }
        forget(now);
        var halved = spacing == null
                ? WINDOW.dividedBy(Math.max(1, lastSecond.size())).multipliedBy(2)
                : spacing.multipliedBy(2);
        spacing = halved.compareTo(SLOWEST) > 0 ? SLOWEST : halved;
        nextSlot = now.plus(spacing);
        judgedFrom = nextSlot;
        lastChange = now;
        return Optional.of(spacing);
    }

    private void recover(Instant now) {
        while (spacing != null && Duration.between(lastChange, now).compareTo(RECOVERY_STEP) >= 0) {
            lastChange = lastChange.plus(RECOVERY_STEP);
            spacing = Duration.ofNanos((long) (spacing.toNanos() / RECOVERY));
            if (spacing.compareTo(FREE) < 0) {
                spacing = null;
            }
        }
    }

    private void forget(Instant now) {
        while (!lastSecond.isEmpty() && lastSecond.peekFirst().isBefore(now.minus(WINDOW))) {
            lastSecond.removeFirst();
        }
    }
}
