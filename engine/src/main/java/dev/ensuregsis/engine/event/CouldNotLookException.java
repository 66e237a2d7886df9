package dev.ensuregsis.engine.event;

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
        super(failure.summary());
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
