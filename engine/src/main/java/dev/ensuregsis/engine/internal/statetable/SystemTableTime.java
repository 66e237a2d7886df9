package dev.ensuregsis.engine.internal.statetable;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The clocks of this machine, and a daemon thread. */
final class SystemTableTime implements TableTime {
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }

    @Override
    public String draw() {
        return UUID.randomUUID().toString();
    }

    @Override
    public Duration jitter(Duration most) {
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(most.toNanos() + 1));
    }

    @Override
    public void start(Runnable body) {
        var thread = new Thread(body, "ensure-gsis-state-keeper");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Bell bell(ReentrantLock lock) {
        return new LockBell(lock.newCondition());
    }

    private record LockBell(Condition condition) implements Bell {
        @Override
        @SuppressWarnings("WaitNotInLoop") // who waits looks again at what it waits for
        public void await(Duration atMost) throws InterruptedException {
            condition.awaitNanos(Math.max(0, atMost.toNanos()));
        }

        @Override
        public void ring() {
            condition.signalAll();
        }
    }
}
