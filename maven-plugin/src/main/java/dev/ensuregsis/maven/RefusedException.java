package dev.ensuregsis.maven;

import java.util.List;

/** What the user gave can't be worked with. The message says what, where and what to do. Nothing has been touched. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }

    static RefusedException of(List<String> faults) {
        return new RefusedException(String.join(System.lineSeparator(), faults));
    }
}
