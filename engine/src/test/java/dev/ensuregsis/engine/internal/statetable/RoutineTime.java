package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.simulation.Draw;
import dev.ensuregsis.engine.simulation.Routines;
import dev.ensuregsis.engine.simulation.SimulatedProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/** The time of a store in one of several simulated processes. */
public final class RoutineTime implements TableTime {
    private final Routines routines;
    private final SimulatedProcess process;
    private final RandomGenerator random;

    public RoutineTime(Routines routines, SimulatedProcess process, RandomGenerator random) {
        this.routines = routines;
        this.process = process;
        this.random = random;
    }

    @Override
    public Instant now() {
        return process.now().wall();
    }

    @Override
    public long nanoTime() {
        return process.now().elapsed().toNanos();
    }

    @Override
    public void sleep(Duration duration) {
        routines.park(duration);
    }

    @Override
    public String draw() {
        return process + "-" + Long.toHexString(random.nextLong());
    }

    @Override
    public Duration jitter(Duration most) {
        return Draw.between(random, Duration.ZERO, most);
    }

    @Override
    public void start(Runnable body) {
        routines.start(process, body);
    }

    @Override
    public Bell bell(ReentrantLock lock) {
        return new Bell() {
            private final List<Routines.Routine> waiting = new ArrayList<>();

            @Override
            public void await(Duration atMost) {
                var routine = routines.current();
                waiting.add(routine);
                lock.unlock();
                try {
                    routines.park(atMost);
                } finally {
                    lock.lock();
                    waiting.remove(routine);
                }
            }

            @Override
            public void ring() {
                waiting.forEach(routines::wake);
            }
        };
    }
}
