package dev.ensuregsis.engine.simulation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a call to the control plane takes there and back: anything between two bounds. */
public record Latency(Duration least, Duration most) {

    /** A call to AWS from a machine that is not in the region. */
    public static final Latency REAL = new Latency(Duration.ofMillis(20), Duration.ofMillis(180));

    /** A call to a process on the same machine. */
    public static final Latency LOCAL = new Latency(Duration.ofMillis(2), Duration.ofMillis(10));

    Duration draw(RandomGenerator random) {
        return Draw.between(random, least, most);
    }
}
