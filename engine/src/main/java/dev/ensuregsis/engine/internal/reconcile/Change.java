package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.spi.LiveTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A change that was decided, announced and may be sent.
 *
 * @param works what it is about
 * @param sending makes the call
 */
record Change(List<? extends Work> works, Sending sending) {

    /** Makes the call, and gives what came of it. */
    @FunctionalInterface
    interface Sending {
        void send(Caller caller, Consumer<Caller.Result<Optional<LiveTable>>> then);
    }
}
