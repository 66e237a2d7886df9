package dev.ensuregsis.engine.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Real time: a queue of due steps, and a small pool that makes the calls. None of its threads sleeps for a table. */
public final class SystemTimeline implements Timeline, AutoCloseable {
    private static final int CALLERS = 8;

    private final Clock clock = Clock.systemUTC();
    private final DelayQueue<Step> steps = new DelayQueue<>();
    private final AtomicLong order = new AtomicLong();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS, task -> {
        var thread = new Thread(task, "ensure-gsis-caller");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void schedule(Duration delay, Runnable step) {
        steps.add(new Step(System.nanoTime() + delay.toNanos(), order.getAndIncrement(), step));
    }

    @Override
    public <T> void call(Callable<T> call, Consumer<Answer<T>> then) {
        callers.execute(() -> {
            var answer = answerOf(call);
            schedule(Duration.ZERO, () -> then.accept(answer));
        });
    }

    @Override
    public void runUntil(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            steps.take().action.run();
        }
    }

    /** Ends the callers; a call that is under way is interrupted. */
    @Override
    public void close() {
        callers.shutdownNow();
    }

    private static <T> Answer<T> answerOf(Callable<T> call) {
        try {
            return new Answer.Returned<>(call.call());
        } catch (Exception e) {
            return new Answer.Threw<>(e);
        } catch (LinkageError e) {
            // A class path that doesn't fit: without this the run would wait for ever.
            return new Answer.Threw<>(new IllegalStateException(e));
        }
    }

    private record Step(long dueNanos, long order, Runnable action) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            var that = (Step) other;
            var byDue = Long.signum(dueNanos - that.dueNanos);
            return byDue != 0 ? byDue : Long.compare(order, that.order);
        }
    }
}
