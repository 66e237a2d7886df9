package dev.ensuregsis.engine.internal.reconcile;

/** Throws again on one thread what was thrown on another. */
final class Thrown {
    private Thrown() {}

    /** An error is nothing that DynamoDB said: the run ends with it. */
    static void ifError(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    static RuntimeException again(Throwable thrown) {
        ifError(thrown);
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        throw new IllegalStateException(thrown);
    }
}
