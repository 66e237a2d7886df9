package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.StateException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Why a lease is lost to its run, if it is; the first reason stands. Thread-safe. */
final class Loss {
    private final CompletableFuture<StateException> told = new CompletableFuture<>();
    private volatile @Nullable StateException reason;
    private volatile boolean wasThrown;

    /** It is lost; whoever asks from now on knows it. */
    synchronized void comes(StateException why) {
        if (reason == null) {
            reason = why;
        }
    }

    boolean hasCome() {
        return reason != null;
    }

    @Nullable
    StateException reason() {
        return reason;
    }

    /** Those who wait for it are told. */
    void tell() {
        var why = reason;
        if (why != null) {
            told.complete(why);
        }
    }

    CompletionStage<StateException> told() {
        return told;
    }

    /** Throws it, if it has come. */
    void refuse() {
        var why = reason;
        if (why != null) {
            wasThrown = true;
            throw why;
        }
    }

    /** The same at the end, to who doesn't know it: who closes a session because of it has it in hand. */
    void refuseUnheard() {
        if (!wasThrown) {
            refuse();
        }
    }
}
