package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.Target;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The taking of a run's state, which may last, and which the run may not live to see the end of: then it is let go at once,
 * or nobody could have it any more. Thread-safe.
 */
final class Taking {
    private final StateStore store;
    private @Nullable StateSession taken;
    private boolean underWay;
    private boolean over;

    Taking(StateStore store) {
        this.store = store;
    }

    /** It is about to be taken on another thread. */
    synchronized void begins() {
        underWay = true;
    }

    /** When something new may be begun; until it is taken there is nothing to wait for. */
    CompletionStage<Void> clearance() {
        var session = session();
        return session == null ? CompletableFuture.completedStage(null) : session.clearance();
    }

    /** Holds back what may not leave. */
    void check() {
        var session = session();
        if (session != null && !session.mayChange()) {
            throw new ControlPlaneException(new ControlPlaneFault.NotSent(
                    "the state " + store.place() + " may be another's by the time that this takes effect"));
        }
    }

    private synchronized @Nullable StateSession session() {
        return taken;
    }

    /** Takes it; blocks. */
    StateSession take(Target target) {
        var session = store.open(target, true);
        synchronized (this) {
            if (!over) {
                taken = session;
                return session;
            }
        }
        session.close();
        throw new StateException.Closed();
    }

    /** What was taken and nobody heard of, or a session for the last words. A second one would wait for the first. */
    StateSession lastly(Target target, boolean mayWait) {
        boolean alone;
        synchronized (this) {
            if (taken != null) {
                return taken;
            }
            alone = !underWay;
        }
        return store.open(target, mayWait && alone);
    }

    /** Lets go what was taken, now or when it is. */
    void close() {
        StateSession session;
        synchronized (this) {
            over = true;
            session = taken;
        }
        if (session != null) {
            session.close();
        }
    }
}
