package dev.ensuregsis.engine.internal.statetable;

import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Something that the owner of a lease has the keeper do, in its turn. */
sealed interface Task {

    /** Completes when it is done; with a {@link dev.ensuregsis.engine.spi.StateException} if it never will be. */
    CompletableFuture<Void> done();

    /** Writes items on condition of the token. */
    record Write(Writing writing, CompletableFuture<Void> done) implements Task {}

    /** Changes the head. */
    record Change(UnaryOperator<Head> change, CompletableFuture<Void> done) implements Task {}

    /** One request that writes, under the head of its moment. */
    @FunctionalInterface
    interface Writing {
        void send(StateRequests requests, Head head, String token);
    }
}
