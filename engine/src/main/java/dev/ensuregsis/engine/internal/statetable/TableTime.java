package dev.ensuregsis.engine.internal.statetable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/** Where the time of a state in a table comes from, and its thread. Real time is one implementation, simulated another. */
public interface TableTime {

    /** The clock on the wall. */
    Instant now();

    /** The clock that only moves forward. */
    long nanoTime();

    /** Lets time pass. */
    void sleep(Duration duration) throws InterruptedException;

    /** A name that nobody else has. */
    String draw();

    /** A delay drawn from zero to this. */
    Duration jitter(Duration most);

    /** Runs this beside all else, and doesn't keep the process alive for it. */
    void start(Runnable body);

    /** A bell for those who hold a lock. */
    Bell bell(ReentrantLock lock);

    /** Wakes who waits. */
    interface Bell {

        /** Waits until it rings, or so long, with the lock let go meanwhile; it may return early. */
        void await(Duration atMost) throws InterruptedException;

        /** Wakes all who wait. With the lock held. */
        void ring();
    }
}
