package dev.ensuregsis.engine.spi;

/** Progress may not be read, and will not be later either. */
public final class ProgressRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message what is missing and what to do, for the user
     */
    public ProgressRefusedException(String message) {
        super(message);
    }
}
