package dev.ensuregsis.engine.event;

import org.jspecify.annotations.Nullable;

/** DynamoDB could not be asked, so there is nothing to say of any table. */
public final class CouldNotLookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /**
     * It could not be asked.
     *
     * @param failure why
     */
    public CouldNotLookException(Failure failure) {
        this(failure, null);
    }

    /**
     * It could not be asked, for what was thrown.
     *
     * @param failure why
     * @param cause what was thrown, if it was a fault of a program; else null
     */
    public CouldNotLookException(Failure failure, @Nullable Throwable cause) {
        super(failure.summary(), cause);
        this.failure = failure;
    }

    /**
     * Why.
     *
     * @return the failure
     */
    public Failure failure() {
        return failure;
    }
}
