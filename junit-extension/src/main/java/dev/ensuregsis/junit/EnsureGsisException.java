package dev.ensuregsis.junit;

import org.jspecify.annotations.Nullable;

/**
 * A test that can't have what it asks for: definitions that can't be used, a server that can't be had, an index that can't be
 * ensured. The message says what, where and what to do next. Thrown again, the same one, wherever JUnit asks again.
 *
 * @since 0.1
 */
public final class EnsureGsisException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what is wrong, where, and what to do
     * @param cause what lies behind it; null where the message says it all
     */
    public EnsureGsisException(String message, @Nullable Throwable cause) {
        // A user's mistake is told by the message; where in our code we found it helps nobody.
        super(message, cause, true, cause != null);
    }
}
