package dev.ensuregsis.engine.internal.state;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The clock of this machine, and one daemon thread that exists only while there is something to write. */
final class WriterThread implements WriterTime {
    private static final long IDLE_SECONDS = 5;

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
        var thread = new Thread(task, "ensure-gsis-state-writer");
        thread.setDaemon(true);
        return thread;
    });

    WriterThread() {
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a write keeps its own failure
    public void schedule(Duration delay, Runnable write) {
        executor.schedule(write, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
