package dev.ensuregsis.engine.internal.reconcile;

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
import org.jspecify.annotations.Nullable;

/** Real time: a queue of due steps, and a small pool that makes the calls. None of its threads sleeps for a table. */
public final class SystemTimeline implements Timeline, AutoCloseable {
    private static final int CALLERS = 8;
    private static final Duration LONGEST_DELAY = Duration.ofDays(36_500);
    private static final long LOOK_AT_CALLERS_SECONDS = 1;

    private final long begun = System.nanoTime();
    private final DelayQueue<Step> steps = new DelayQueue<>();
    private final AtomicLong order = new AtomicLong();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS, task -> {
        var thread = new Thread(task, "ensure-gsis-caller");
        thread.setDaemon(true);
        return thread;
    });

    /** What kept an answer from being handed over, for want of memory or the like: without it the run would hang. */
    private volatile @Nullable Throwable lostAnswer;

    @Override
    public Moment now() {
        return new Moment(Instant.now(), Duration.ofNanos(System.nanoTime() - begun));
    }

    @Override
    public void schedule(Duration delay, Runnable step) {
        var bearable = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
        steps.add(new Step(System.nanoTime() + bearable.toNanos(), order.getAndIncrement(), step));
    }

    @Override
    public <T> void call(Callable<T> call, Consumer<Answer<T>> then) {
        callers.execute(() -> {
            try {
                var answer = answerOf(call);
                schedule(Duration.ZERO, () -> then.accept(answer));
            } catch (Throwable lost) {
                lostAnswer = lost;
            }
        });
    }

    @Override
    public void runUntil(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            var step = steps.poll(LOOK_AT_CALLERS_SECONDS, TimeUnit.SECONDS);
            if (step != null) {
                step.action.run();
            } else if (lostAnswer != null) {
                throw new IllegalStateException("an answer could not be handed over", lostAnswer);
            }
        }
    }

    /** Ends the callers; a call that is under way is interrupted. */
    @Override
    public void close() {
        callers.shutdownNow();
    }

    @SuppressWarnings("InterruptedExceptionSwallowed") // it is handed on like all that a call throws
    private static <T> Answer<T> answerOf(Callable<T> call) {
        try {
            return new Answer.Returned<>(call.call());
        } catch (Throwable thrown) {
            return new Answer.Threw<>(thrown);
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
