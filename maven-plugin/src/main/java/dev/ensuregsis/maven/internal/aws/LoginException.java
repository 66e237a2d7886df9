package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.maven.internal.option.RefusedException;

/** DynamoDB can't be asked with what the user gave. The message says what is missing and what to do. */
public final class LoginException extends RefusedException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what is missing and what to do
     */
    public LoginException(String message) {
        super(message);
    }
}
