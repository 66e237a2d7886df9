package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.internal.reconcile.Moment;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * One process of ours in simulated time. A call takes effect in the middle of its latency and is answered at the end of
 * it. The process can be told to die, or to be interrupted, before one of its steps; what it had sent by then is on its
 * way, and may or may not arrive.
 */
public final class SimulatedTimeline implements Timeline {
    private final VirtualTime time;
    private final Latency latency;
    private final RandomGenerator random;
    private int steps;
    private int crashBefore = Integer.MAX_VALUE;
    private int interruptBefore = Integer.MAX_VALUE;
    private int mostSteps = Integer.MAX_VALUE;
    private boolean ended;
    private boolean crashed;
    private Runnable lastMoment = () -> {};
    private Duration stalled = Duration.ZERO;

    public SimulatedTimeline(VirtualTime time, Latency latency, RandomGenerator random) {
        this.time = time;
        this.latency = latency;
        this.random = random;
    }

    /** Dies with a {@link Crash} instead of taking this step, counted from 1; told so before anything of it unwinds. */
    public SimulatedTimeline crashBefore(int step, Runnable lastMoment) {
        this.crashBefore = step;
        this.lastMoment = lastMoment;
        return this;
    }

    /** Is interrupted instead of taking this step, counted from 1. */
    public SimulatedTimeline interruptBefore(int step) {
        this.interruptBefore = step;
        return this;
    }

    /** Fails the test if the process takes more steps than this: a history that doesn't end. */
    public SimulatedTimeline atMost(int steps) {
        this.mostSteps = steps;
        return this;
    }

    /** Whether it died; what runs of it after that does so only because a JVM can't be killed here. */
    public boolean hasCrashed() {
        return crashed;
    }

    /** How many steps it took. */
    public int steps() {
        return steps;
    }

    /** Lets the answer to the call that takes effect just now come this much later. For the network to call. */
    void stall(Duration duration) {
        stalled = stalled.plus(duration);
    }

    /** What time it is in the world, whatever the clock on the wall says. */
    Instant instant() {
        return time.instant();
    }

    @Override
    public Moment now() {
        return new Moment(time.wallClock(), time.elapsed());
    }

    @Override
    public void schedule(Duration delay, Runnable step) {
        time.in(delay, () -> step(step));
    }

    @Override
    public <T> void call(Callable<T> call, Consumer<Answer<T>> then) {
        var half = latency.draw(random).dividedBy(2);
        time.in(half, () -> {
            if (ended && random.nextBoolean()) {
                return;
            }
            stalled = Duration.ZERO;
            var answer = answer(call);
            time.in(half.plus(stalled), () -> step(() -> then.accept(answer)));
        });
    }

    @Override
    public void runUntil(BooleanSupplier done) throws InterruptedException {
        // What has several loops, one after the other, goes on with the next.
        ended = crashed;
        try {
            while (!done.getAsBoolean()) {
                if (steps + 1 >= interruptBefore) {
                    throw new InterruptedException("before step " + (steps + 1));
                }
                if (!time.advance()) {
                    throw new AssertionError("the run isn't done and waits for nothing, at " + time.instant());
                }
            }
        } finally {
            ended = true;
        }
    }

    private void step(Runnable step) {
        if (ended) {
            return;
        }
        if (++steps >= crashBefore) {
            lastMoment.run();
            crashed = true;
            throw new Crash(steps);
        }
        if (steps > mostSteps) {
            throw new AssertionError("the run took " + mostSteps + " steps and didn't end, at " + time.instant());
        }
        step.run();
    }

    private static <T> Answer<T> answer(Callable<T> call) {
        try {
            return new Answer.Returned<>(call.call());
        } catch (Throwable thrown) {
            return new Answer.Threw<>(thrown);
        }
    }
}
