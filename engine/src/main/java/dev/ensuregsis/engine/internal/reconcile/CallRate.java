package dev.ensuregsis.engine.internal.reconcile;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How fast a run may send one kind of call. Free until DynamoDB throttles; then half of what was sent in the second
 * before, and from there a tenth more every ten seconds without throttling. Times are those that have elapsed in the run.
 * Used by the loop's thread only.
 */
final class CallRate {
    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final Duration RECOVERY_STEP = Duration.ofSeconds(10);
    private static final double RECOVERY = 1.1;
    private static final Duration SLOWEST = Duration.ofSeconds(10);
    private static final Duration FREE = Duration.ofMillis(2);

    private static final Duration BEFORE_ALL = Duration.ofDays(-1);

    private final Deque<Duration> lastSecond = new ArrayDeque<>();
    private @Nullable Duration spacing;
    private Duration nextSlot = BEFORE_ALL;
    private Duration lastChange = BEFORE_ALL;
    private Duration judgedFrom = BEFORE_ALL;

    /** Takes the next slot and says how long to wait for it. */
    Duration reserve(Duration now) {
        recover(now);
        var slot = nextSlot.compareTo(now) > 0 ? nextSlot : now;
        if (spacing != null) {
            nextSlot = slot.plus(spacing);
        }
        lastSecond.addLast(slot);
        forget(now);
        return slot.minus(now);
    }

    /**
     * Halves the rate, once for all calls that had their slots before the first one at the new rate: they say nothing of it,
     * and use up what it is let through. The new spacing, if it was halved.
     */
    Optional<Duration> throttled(Duration reservedAt, Duration now) {
        if (reservedAt.compareTo(judgedFrom) < 0) {
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

    private void recover(Duration now) {
        while (spacing != null && now.minus(lastChange).compareTo(RECOVERY_STEP) >= 0) {
            lastChange = lastChange.plus(RECOVERY_STEP);
            spacing = Duration.ofNanos((long) (spacing.toNanos() / RECOVERY));
            if (spacing.compareTo(FREE) < 0) {
                spacing = null;
            }
        }
    }

    private void forget(Duration now) {
        var aSecondAgo = now.minus(WINDOW);
        while (!lastSecond.isEmpty() && lastSecond.peekFirst().compareTo(aSecondAgo) < 0) {
            lastSecond.removeFirst();
        }
    }
}
