package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.internal.reconcile.Moment;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The time of one run in one of several processes: its loop is a routine, and so is each of its calls. */
public final class ProcessTimeline implements Timeline {
    private final Routines routines;
    private final SimulatedProcess process;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private Routines.@Nullable Routine loop;
    private final Runnable beforeCall;
    private boolean interrupted;

    /** Does something to the process when a call is about to be made, which is where it does most harm. */
    public ProcessTimeline(Routines routines, SimulatedProcess process, Runnable beforeCall) {
        this.routines = routines;
        this.process = process;
        this.beforeCall = beforeCall;
    }

    /** Ctrl-C. */
    public void interrupt() {
        interrupted = true;
        wake();
    }

    @Override
    public Moment now() {
        return process.now();
    }

    @Override
    public void schedule(Duration delay, Runnable step) {
        routines.time().in(delay, () -> {
            steps.add(step);
            wake();
        });
    }

    private void wake() {
        if (loop != null) {
            routines.wake(loop);
        }
    }

    @Override
    public <T> void call(Callable<T> call, Consumer<Answer<T>> then) {
        routines.start(process, () -> {
            beforeCall.run();
            var answer = answer(call);
            schedule(Duration.ZERO, () -> then.accept(answer));
        });
    }

    @Override
    public void runUntil(BooleanSupplier done) throws InterruptedException {
        loop = routines.current();
        while (!done.getAsBoolean()) {
            if (interrupted) {
                throw new InterruptedException("as a test wants it");
            }
            var step = steps.poll();
            if (step == null) {
                routines.park(null);
            } else {
                step.run();
            }
        }
    }

    private static <T> Answer<T> answer(Callable<T> call) {
        try {
            return new Answer.Returned<>(call.call());
        } catch (Crash dead) {
            throw dead;
        } catch (Throwable thrown) {
            return new Answer.Threw<>(thrown);
        }
    }
}
