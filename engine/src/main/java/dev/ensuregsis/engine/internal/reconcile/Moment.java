package dev.ensuregsis.engine.internal.reconcile;

import java.time.Duration;
import java.time.Instant;

/**
 * A moment of a run on two clocks: the one on the wall, which may be set, for what is recorded, and the one that only moves
 * forward, for how long things take.
 *
 * @param wall the time of day
 * @param elapsed how long the run has lasted, or longer by what is the same for all its moments
 */
public record Moment(Instant wall, Duration elapsed) {

    /**
     * How long after another moment this is.
     *
     * @param earlier the other
     * @return the time between them
     */
    public Duration since(Moment earlier) {
        return elapsed.minus(earlier.elapsed);
    }
}
