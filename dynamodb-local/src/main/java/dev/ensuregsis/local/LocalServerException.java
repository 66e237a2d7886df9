package dev.ensuregsis.local;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A local server that can't be had as asked for. The message says why, and what to do about it as far as that doesn't depend
 * on how the server was asked for; the rest is {@link #nextStep()}.
 */
public final class LocalServerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient @Nullable NextStep nextStep;

    LocalServerException(String message) {
        this(message, null, null);
    }

    LocalServerException(String message, NextStep nextStep) {
        this(message, nextStep, null);
    }

    LocalServerException(String message, Throwable cause) {
        this(message, null, cause);
    }

    private LocalServerException(String message, @Nullable NextStep nextStep, @Nullable Throwable cause) {
        super(message, cause);
        this.nextStep = nextStep;
    }

    /**
     * What comes next, for the asking side to put into words.
     *
     * @return the step; empty where the message says it all
     */
    public Optional<NextStep> nextStep() {
        return Optional.ofNullable(nextStep);
    }
}
