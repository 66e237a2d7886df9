package dev.ensuregsis.engine.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads in simulated time: many, of which one runs at a time, and only until it waits for time to pass. So what blocks
 * can be played with as what doesn't, and from its seed each history is the same.
 *
 * <p>What is to come happens on the thread that has just begun to wait: mostly it is the one to go on, and a switch of
 * threads takes longer than what a routine does.
 */
public final class Routines {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "simulated");
        thread.setDaemon(true);
        return thread;
    });

    private final VirtualTime time;
    private final Routine driver;
    private final List<Throwable> thrown = new ArrayList<>();
    private BooleanSupplier done = () -> true;

    /** Whose turn it is; null while things happen that are no routine's doing. */
    private @Nullable Routine running;

    public Routines(VirtualTime time) {
        this.time = time;
        this.driver = new Routine(new SimulatedProcess(time, "driver", Duration.ZERO), () -> {});
        driver.begun = true;
    }

    public VirtualTime time() {
        return time;
    }

    /** Lets it begin in a moment. */
    public Routine start(SimulatedProcess process, Runnable body) {
        var routine = new Routine(process, body);
        wake(routine);
        return routine;
    }

    /** Lets time pass for the routine that calls this: until it is woken, or so long. */
    public void park(@Nullable Duration atMost) {
        var routine = current();
        routine.process.refuseIfDead();
        long parked = ++routine.parked;
        if (atMost != null) {
            time.in(atMost.isNegative() ? Duration.ZERO : atMost, () -> resume(routine, parked));
        }
        giveWay(routine);
        routine.process.refuseIfDead();
    }

    public Routine current() {
        var routine = running;
        if (routine == null || routine == driver) {
            throw new IllegalStateException("only a routine waits in simulated time");
        }
        return routine;
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
        running = routine;
    }

    private void giveWay(Routine routine) {
        var next = next();
        if (next != routine) {
            next.goOn();
            routine.turn.acquireUninterruptibly();
        }
    }

    /** Lets things happen until it is somebody's turn, or the driver's, as all is done that it waited for. */
    private Routine next() {
        running = null;
        while (running == null) {
            try {
                if (!thrown.isEmpty() || done.getAsBoolean()) {
                    running = driver;
                } else if (!time.advance()) {
                    throw new AssertionError("everybody waits and nothing comes");
                }
            } catch (Throwable failure) {
                thrown.add(failure);
            }
        }
        return running;
    }

    /** Lets things happen until it is so. */
    public void driveUntil(BooleanSupplier isSo, Duration longest) {
        var until = time.elapsed().plus(longest);
        done = () -> {
            if (isSo.getAsBoolean()) {
                return true;
            }
            if (time.elapsed().compareTo(until) > 0) {
                throw new AssertionError("it didn't end within " + longest);
            }
            return false;
        };
        giveWay(driver);
        if (!thrown.isEmpty()) {
            throw new AssertionError("thrown in a routine at " + time.instant(), thrown.get(0));
        }
    }

    /** Lets everything happen that comes in this time. */
    public void pass(Duration duration) {
        var passed = new AtomicBoolean();
        time.in(duration, () -> passed.set(true));
        driveUntil(passed::get, duration);
    }

    /** A thread. */
    public final class Routine {
        private final SimulatedProcess process;
        private final Runnable body;
        private final Semaphore turn = new Semaphore(0);
        private long parked;
        private boolean begun;
        private boolean ended;

        private Routine(SimulatedProcess process, Runnable body) {
            this.process = process;
            this.body = body;
        }

        public boolean isEnded() {
            return ended;
        }

        private void goOn() {
            if (begun) {
                turn.release();
            } else {
                begun = true;
                THREADS.execute(this::run);
            }
        }

        private void run() {
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
                // What interrupted a routine must not meet the next one on its thread.
                Thread.interrupted();
                ended = true;
                next().goOn();
            }
        }
    }
}
