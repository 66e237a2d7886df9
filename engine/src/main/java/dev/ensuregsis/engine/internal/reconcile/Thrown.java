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

    /** What a call gave that is not DynamoDB's; what it threw ends the run. */
    static <T> T orValueOf(Timeline.Answer<T> answer) {
        if (answer instanceof Timeline.Answer.Threw<T> threw) {
            ifError(threw.thrown());
            throw threw.thrown() instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException(threw.thrown());
        }
        return ((Timeline.Answer.Returned<T>) answer).value();
    }
}
