package dev.ensuregsis.engine.state;

import dev.ensuregsis.engine.internal.state.Openness;
import dev.ensuregsis.engine.internal.state.StateBook;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The book that a manager has open, and the store that it is kept in. Thread-safe; its user guards the book with this. */
final class Bookkeeping {
    private final StateStore store;
    private final ReentrantLock opening = new ReentrantLock();

    /** Guarded by this; null where it is to be read anew. */
    private @Nullable StateBook book;

    private volatile Openness openness = Openness.OPEN;

    Bookkeeping(StateStore store) {
        this.store = store;
        this.book = read();
    }

    StateStore store() {
        return store;
    }

    private StateBook read() {
        return new StateBook(store.place(), store.scriptName(), store.read(Target.UNKNOWN));
    }

    synchronized StateBook book() {
        var known = book;
        if (known == null) {
            known = read();
            book = known;
        }
        return known;
    }

    /** What is kept by account is read when that is known. */
    synchronized void readFor(Target target) {
        if (book().found() instanceof StoredState.AccountFirst) {
            book = new StateBook(store.place(), store.scriptName(), store.read(target));
        }
    }

    synchronized Optional<StateSession> session() {
        return Optional.ofNullable(book).map(StateBook::session);
    }

    /** Waits for the store's lock without holding up those who only read. */
    StateSession open() {
        opening.lock();
        try {
            refuseIfClosed();
            var forSession = book();
            var open = forSession.session();
            if (open != null) {
                return open;
            }
            var session = store.open(forSession.target(), true);
            synchronized (this) {
                forSession.opened(session);
                return session;
            }
        } finally {
            opening.unlock();
        }
    }

    /** Lets the store's lock go; what is asked afterwards is read anew. */
    void handOver() {
        opening.lock();
        try {
            var session = session();
            synchronized (this) {
                book = null;
            }
            session.ifPresent(StateSession::close);
        } finally {
            opening.unlock();
        }
    }

    void refuseIfClosed() {
        openness.refuseUnlessOpen();
    }

    void seal() {
        openness = Openness.SEALED;
        store.seal();
    }

    void close() {
        openness = openness.closed();
        store.close();
    }
}
