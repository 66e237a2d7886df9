package dev.ensuregsis.engine.internal.statetable;

import java.time.Duration;
import java.time.Instant;

/**
 * A lease as its owner counts it: from the sending of the last renewal that succeeded, which was not later than anybody
 * can have seen it.
 *
 * @param sentNanos when that was, by the clock that only moves forward
 * @param sentWall when that was, by the clock on the wall, which goes on while a machine is suspended
 * @param lasts how long the lease is good
 */
record Holding(long sentNanos, Instant sentWall, Duration lasts) {
    private static final int PARTS = 3;

    /** How long ago, by the clock that has gone farther. */
    Duration age(long nanos, Instant wall) {
        var forward = Duration.ofNanos(nanos - sentNanos);
        var onTheWall = Duration.between(sentWall, wall);
        return forward.compareTo(onTheWall) > 0 ? forward : onTheWall;
    }

    /**
     * Whether a change that leaves now ends while nobody else can have the lease: it takes under a third of it, so two
     * thirds may be over.
     */
    boolean isSure(long nanos, Instant wall) {
        return age(nanos, wall).compareTo(lasts.multipliedBy(PARTS - 1).dividedBy(PARTS)) < 0;
    }

    /** How long until it is to be renewed; zero or less if it is to be now. */
    Duration untilRenewal(long nanos, Instant wall) {
        return lasts.dividedBy(PARTS).minus(age(nanos, wall));
    }
}
