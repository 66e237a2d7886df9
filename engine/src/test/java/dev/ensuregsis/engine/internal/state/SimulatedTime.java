package dev.ensuregsis.engine.internal.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that goes where it is told to; what is scheduled runs on the thread that tells it. Not thread-safe. */
public final class SimulatedTime implements WriterTime {
    private static final Instant START = Instant.parse("2026-02-01T10:30:00Z");

    private final PriorityQueue<Scheduled> scheduled = new PriorityQueue<>(Comparator.comparingLong(Scheduled::at));
    private long nanos;

    private record Scheduled(long at, Runnable write) {}

    @Override
    public Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public void schedule(Duration delay, Runnable write) {
        scheduled.add(new Scheduled(nanos + delay.toNanos(), write));
    }

    /**
     * Lets time pass within a step.
     *
     * @param duration how long the step takes
     */
    public void take(Duration duration) {
        nanos += duration.toNanos();
    }

    /**
     * Lets time pass, and what is due run.
     *
     * @param duration how long
     */
    public void advance(Duration duration) {
        long until = nanos + duration.toNanos();
        while (!scheduled.isEmpty() && scheduled.peek().at() <= until) {
            var next = scheduled.remove();
            nanos = Math.max(nanos, next.at());
            next.write().run();
        }
        nanos = Math.max(nanos, until);
    }
}
