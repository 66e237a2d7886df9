package dev.ensuregsis.engine.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads in simulated time: many, of which one runs at a time, and only until it waits for time to pass. So what blocks
 * can be played with as what doesn't, and from its seed each history is the same.
 */
public final class Routines {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "simulated");
        thread.setDaemon(true);
        return thread;
    });

    private final VirtualTime time;
    private final Semaphore scheduler = new Semaphore(0);
    private static final ThreadLocal<Routine> CURRENT = new ThreadLocal<>();
    private final List<Throwable> thrown = new ArrayList<>();

    public Routines(VirtualTime time) {
        this.time = time;
    }

    public VirtualTime time() {
        return time;
    }

    /** Lets it begin in a moment. */
    public Routine start(SimulatedProcess process, Runnable body) {
        var routine = new Routine(process);
        THREADS.execute(() -> {
            routine.turn.acquireUninterruptibly();
            CURRENT.set(routine);
            try {
                if (!process.isDead()) {
                    body.run();
                }
            } catch (Crash dead) {
                // As is to be.
            } catch (Throwable other) {
                if (!process.isDead()) {
                    thrown.add(other);
                }
            } finally {
                CURRENT.remove();
                // What interrupted a routine must not meet the next one on its thread.
                Thread.interrupted();
                routine.ended = true;
                scheduler.release();
            }
        });
        time.in(Duration.ZERO, () -> resume(routine, routine.parked));
        return routine;
    }

    /** Lets time pass for the routine that calls this: until it is woken, or so long. */
    public void park(@Nullable Duration atMost) {
        var routine = Objects.requireNonNull(CURRENT.get(), "only a routine waits in simulated time");
        routine.process.refuseIfDead();
        long parked = ++routine.parked;
        if (atMost != null) {
            time.in(atMost.isNegative() ? Duration.ZERO : atMost, () -> resume(routine, parked));
        }
        scheduler.release();
        routine.turn.acquireUninterruptibly();
        routine.process.refuseIfDead();
    }

    public Routine current() {
        return Objects.requireNonNull(CURRENT.get());
    }

    public void wake(Routine routine) {
        long parked = routine.parked;
        time.in(Duration.ZERO, () -> resume(routine, parked));
    }

    private void resume(Routine routine, long parked) {
        if (routine.ended || routine.parked != parked) {
            return;
        }
        var pause = routine.process.pauseLeft();
        if (!pause.isZero() && !routine.process.isDead()) {
            time.in(pause, () -> resume(routine, parked));
            return;
        }
        routine.turn.release();
        scheduler.acquireUninterruptibly();
    }

    /** Lets things happen until it is so. */
    public void driveUntil(BooleanSupplier done, Duration longest) {
        var until = time.elapsed().plus(longest);
        while (!done.getAsBoolean()) {
            if (!thrown.isEmpty()) {
                throw new AssertionError("thrown in a routine at " + time.instant(), thrown.get(0));
            }
            if (!time.advance()) {
                throw new AssertionError("everybody waits and nothing comes, at " + time.instant());
            }
            if (time.elapsed().compareTo(until) > 0) {
                throw new AssertionError("it didn't end within " + longest);
            }
        }
        if (!thrown.isEmpty()) {
            throw new AssertionError("thrown in a routine at " + time.instant(), thrown.get(0));
        }
    }

    /** A thread. */
    public static final class Routine {
        private final SimulatedProcess process;
        private final Semaphore turn = new Semaphore(0);
        private long parked;
        private boolean ended;

        private Routine(SimulatedProcess process) {
            this.process = process;
        }

        public boolean isEnded() {
            return ended;
        }
    }
}
