package dev.ensuregsis.junit.internal;

import dev.ensuregsis.junit.EnsureGsisException;
import java.lang.reflect.Method;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The database of the next method of a class with isolation METHOD, made while a test runs, so that the next one needn't wait
 * for it. There is one at most; one that nobody takes is closed with this. Thread-safe.
 *
 * @param <D> the database
 */
final class Reserve<D extends AutoCloseable> implements AutoCloseable {
    private final Supplier<D> maker;
    private final TestsToCome testsToCome;
    private final Executor background;
    private final AtomicReference<@Nullable Making<D>> next = new AtomicReference<>();
    private final Queue<Making<D>> notTaken = new ConcurrentLinkedQueue<>();

    /** Makes the first one at once: what can't be ensured fails the class that asks, not each of its methods. */
    Reserve(Supplier<D> maker, TestsToCome testsToCome, Executor background) {
        this.maker = maker;
        this.testsToCome = testsToCome;
        this.background = background;
        var first = maker.get();
        var made = new Making<>(() -> first);
        made.run();
        next.set(made);
    }

    /**
     * The database of a test that begins; while it runs, the next is made.
     *
     * @throws EnsureGsisException if it can't be ensured, or the thread is interrupted while it is waited for
     */
    D take(Method begins) {
        var taken = taken();
        if (testsToCome.areMoreAfter(begins)) {
            prepare();
        }
        return taken;
    }

    private D taken() {
        var made = next.getAndSet(null);
        if (made == null) {
            return maker.get();
        }
        // Where the background is busy with those of other classes, waiting would take longer.
        made.run();
        try {
            return made.result().get();
        } catch (InterruptedException e) {
            notTaken.add(made);
            Thread.currentThread().interrupt();
            throw new EnsureGsisException("interrupted while the database of a test was made", e);
        }
    }

    private void prepare() {
        var making = new Making<>(maker);
        if (next.compareAndSet(null, making)) {
            background.execute(making);
        }
    }

    @Override
    public void close() throws Exception {
        var unused = next.getAndSet(null);
        if (unused != null) {
            notTaken.add(unused);
        }
        Closing.all(notTaken);
    }

    /** One that is made by the first thread which comes to it. */
    private static final class Making<D extends AutoCloseable> implements Runnable, AutoCloseable {
        private final Supplier<D> maker;
        private final AtomicBoolean begun = new AtomicBoolean();
        private final CompletableFuture<Attempt<D>> attempt = new CompletableFuture<>();

        Making(Supplier<D> maker) {
            this.maker = maker;
        }

        @Override
        public void run() {
            if (begun.compareAndSet(false, true)) {
                try {
                    attempt.complete(Attempt.at(maker));
                } catch (Error e) {
                    attempt.completeExceptionally(e);
                    throw e;
                }
            }
        }

        /** What came of it; waits while it is made. */
        Attempt<D> result() throws InterruptedException {
            try {
                return attempt.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException(e.getCause());
            }
        }

        /** What was made is thrown away; what is still to begin never will. */
        @Override
        public void close() throws Exception {
            if (!begun.compareAndSet(false, true)) {
                result().close();
            }
        }
    }
}
