package dev.ensuregsis.local.internal.lag;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that goes when it is told to. */
final class FakeTime implements LongSupplier {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);

    @Override
    public long getAsLong() {
        return nanos.get();
    }

    /** Goes on, past the greatest long too, as System.nanoTime may. */
    void advance(Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
