package dev.ensuregsis.engine.internal.reconcile;

import java.time.Duration;

/**
 * How long to wait before the next look: a twentieth of the time already waited, within bounds. So a wait is noticed to
 * be over at most 5 % late, and a wait of hours costs few calls.
 *
 * @param shortest never sooner than this
 * @param longest never later than this
 */
public record PollingPace(Duration shortest, Duration longest) {
    private static final int FRACTION = 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /**
     * The pace for an endpoint.
     *
     * @param local whether it is an emulator on this machine
     * @return from 25 ms on a local endpoint and from 2 s on a real one, up to 30 s
     */
    public static PollingPace of(boolean local) {
        return new PollingPace(local ? Duration.ofMillis(25) : Duration.ofSeconds(2), LONGEST);
    }

    /**
     * When to look again.
     *
     * @param waited how long this has been waited for
     * @return the delay until the next look
     */
    public Duration nextLook(Duration waited) {
        // Not Duration's own division, which is one of decimal numbers without bounds.
        var share = Duration.ofNanos(waited.toNanos() / FRACTION);
        if (share.compareTo(shortest) < 0) {
            return shortest;
        }
        return share.compareTo(longest) > 0 ? longest : share;
    }
}
