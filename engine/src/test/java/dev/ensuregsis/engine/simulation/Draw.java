package dev.ensuregsis.engine.simulation;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws from a seeded source. */
public final class Draw {
    private Draw() {}

    /** A duration between two, the bounds included. */
    public static Duration between(RandomGenerator random, Duration least, Duration most) {
        return Duration.ofNanos(random.nextLong(least.toNanos(), most.toNanos() + 1));
    }

    /** One of a list. */
    public static <T> T oneOf(RandomGenerator random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
