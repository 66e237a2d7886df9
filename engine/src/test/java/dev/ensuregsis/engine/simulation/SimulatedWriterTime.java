package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.internal.state.WriterTime;
import java.time.Duration;
import java.time.Instant;

/**
 * The state's writer in simulated time. A write takes as long as is said here, so that by the rule of thirty the file
 * stays behind for a moment, in which a process can die.
 */
public final class SimulatedWriterTime implements WriterTime {
    private final VirtualTime time;
    private final Duration write;
    private long spent;
    private boolean closed;

    public SimulatedWriterTime(VirtualTime time, Duration write) {
        this.time = time;
        this.write = write;
    }

    @Override
    public Instant now() {
        return time.wallClock();
    }

    /** Asked for at the beginning and at the end of a write, so each answer is the time of a write later. */
    @Override
    public long nanoTime() {
        spent += write.toNanos();
        return Duration.between(Instant.EPOCH, time.instant()).toNanos() + spent;
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        time.in(delay, () -> {
            if (!closed) {
                task.run();
            }
        });
    }

    @Override
    public void close() {
        closed = true;
    }
}
