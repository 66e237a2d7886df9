package dev.ensuregsis.maven;

/** What the user gave can't be worked with. The message says what, where and what to do. Nothing has been touched. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
