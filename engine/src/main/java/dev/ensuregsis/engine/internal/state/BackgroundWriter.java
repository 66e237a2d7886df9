package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.StateException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one writer. It writes at once when it is idle, then not again before thirty times the duration of the last write
 * has passed. So writing takes at most a twentieth of any run that lasts as long as a hundred writes, however large the file: the
 * first write and the one at the end, which nothing paces, are in it. Whoever changes something never waits
 * for it.
 */
final class BackgroundWriter {
    private static final int PAUSE_PER_WRITE = 30;

    private final WriterTime time;
    private final Save save;
    private final Function<IOException, StateException> told;
    private final ReentrantLock writing = new ReentrantLock();

    /** There is something to write. */
    private boolean dirty;
    /** A write is under way or will be. */
    private boolean scheduled;

    private boolean closed;
    private long lastEnd;
    private long pauseNanos;
    private @Nullable IOException failure;

    /** Completes with the write that takes in what has changed since the last one began. */
    private CompletableFuture<Void> next = new CompletableFuture<>();

    /** Writes so, and tells those who wait for a write that failed so. */
    BackgroundWriter(WriterTime time, Save save, Function<IOException, StateException> told) {
        this.time = time;
        this.save = save;
        this.told = told;
    }

    /** Writes everything there is, whole. */
    @FunctionalInterface
    interface Save {
        void save() throws IOException;
    }

    /** Throws what the last write failed with. */
    synchronized void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Hands over that something has changed; completes when it is written, or has failed to be. One stage for many changes. */
    synchronized CompletionStage<Void> changed() {
        dirty = true;
        if (!scheduled) {
            schedule();
        }
        return next;
    }

    private synchronized void schedule() {
        scheduled = dirty && !closed && failure == null;
        if (scheduled) {
            long wait = pauseNanos - (time.nanoTime() - lastEnd);
            time.schedule(Duration.ofNanos(Math.max(0, wait)), this::writeInBackground);
        }
    }

    private void writeInBackground() {
        try {
            flush();
        } catch (IOException kept) {
            // The next change meets it in check(); the next flush tries again.
        } finally {
            schedule();
        }
    }

    /** Writes now what is not written yet; waits for a write that is under way. */
    void flush() throws IOException {
        writing.lock();
        try {
            CompletableFuture<Void> written;
            synchronized (this) {
                if (!dirty) {
                    return;
                }
                dirty = false;
                written = next;
                next = new CompletableFuture<>();
            }
            long begin = time.nanoTime();
            try {
                save.save();
                wrote(begin, null);
                written.complete(null);
            } catch (IOException e) {
                wrote(begin, e);
                written.completeExceptionally(told.apply(e));
                throw e;
            } catch (RuntimeException | Error e) {
                var problem = new IOException(e);
                wrote(begin, problem);
                written.completeExceptionally(told.apply(problem));
                throw e;
            }
        } finally {
            writing.unlock();
        }
    }

    private synchronized void wrote(long begin, @Nullable IOException problem) {
        lastEnd = time.nanoTime();
        pauseNanos = PAUSE_PER_WRITE * (lastEnd - begin);
        failure = problem;
        dirty |= problem != null;
    }

    /** Ends the background. What is not written yet is left to {@link #flush}. */
    synchronized void close() {
        closed = true;
        time.close();
    }
}
