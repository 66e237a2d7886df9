package dev.ensuregsis.engine.internal.statetable;

import org.jspecify.annotations.Nullable;

/** A request to the state table that failed. */
final class StateTableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient StateTableFault fault;

    StateTableException(StateTableFault fault) {
        this(fault, null);
    }

    StateTableException(StateTableFault fault, @Nullable Throwable cause) {
        super(fault.message(), cause);
        this.fault = fault;
    }

    StateTableFault fault() {
        return fault;
    }
}
