package dev.ensuregsis.local;

import org.jspecify.annotations.Nullable;

/** A local server that can't be had as asked for. The message says why, and what to do about it. */
public final class LocalServerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LocalServerException(String message) {
        this(message, null);
    }

    LocalServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
