package dev.ensuregsis.engine.internal.reconcile;

/** Throws again on one thread what was thrown on another. */
final class Thrown {
    private Thrown() {}

    static RuntimeException again(Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(thrown);
    }
}
