package dev.ensuregsis.maven.internal.option;

/** What the user gave can't be worked with. The message says what, where and what to do. Nothing has been touched. */
public class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, where, and what to do
     */
    public RefusedException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what is wrong, where, and what to do
     * @param cause who found it
     */
    public RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
