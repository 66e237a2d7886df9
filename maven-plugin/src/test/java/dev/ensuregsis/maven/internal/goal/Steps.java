package dev.ensuregsis.maven.internal.goal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/** A foreground without waiting: takes a step before each look, and is over after the last. */
final class Steps implements Foreground {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean closed;

    @FunctionalInterface
    interface Step {
        void take() throws Exception;
    }

    Steps then(Step step) {
        steps.add(step);
        return this;
    }

    /** Looks again and again, until something holds. */
    Steps until(BooleanSupplier holds) {
        var begun = new Instant[1];
        return then(new Step() {
            @Override
            public void take() {
                begun[0] = begun[0] == null ? Instant.now() : begun[0];
                if (!holds.getAsBoolean()) {
                    if (Instant.now().isAfter(begun[0].plus(LONGEST))) {
                        throw new AssertionError("it never holds");
                    }
                    steps.addFirst(this);
                }
            }
        });
    }

    @Override
    public boolean isOverWithin(Duration wait) {
        if (steps.isEmpty()) {
            return true;
        }
        try {
            steps.removeFirst().take();
            return false;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
