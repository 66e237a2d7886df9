package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.internal.state.StateBook;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StateStore;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a run's state when its loop has ended. All of it may block. */
public final class JournalEnd {
    private final StateStore store;
    private final StateBook book;
    private final Taking taking;

    JournalEnd(StateStore store, StateBook book, Taking taking) {
        this.store = store;
        this.book = book;
        this.taking = taking;
    }

    /**
     * Writes what is not written yet.
     *
     * @param mayWait whether to wait for another run, if something is to be written and the state isn't open
     * @param longest how long to wait for a state that doesn't answer; null for as long as its store does
     */
    public void finish(boolean mayWait, @Nullable Duration longest) {
        if (book.isWaitingForSession()) {
            book.opened(taking.lastly(book.target(), mayWait));
        }
        session().ifPresent(session -> {
            if (longest == null) {
                session.flush();
            } else {
                session.flushWithin(longest);
            }
        });
    }

    /**
     * Says for the history how the run ended, if it changed something.
     *
     * @param run what there is to know of it
     */
    public void ended(EndedRun run) {
        session().ifPresent(session -> session.ended(run));
    }

    /**
     * Puts the state away, if everything that is defined is ACTIVE, what others who share the state define too, and
     * something is kept.
     *
     * @param longest how long to wait for a state that doesn't answer; null for as long as its store does
     * @return where it lies now; empty if it stays, or there is none
     */
    public Optional<String> archive(@Nullable Duration longest) {
        return book.ledger().isComplete() && nothingIsRaised()
                ? session().or(this::sessionToArchive).flatMap(session -> archive(session, longest))
                : Optional.empty();
    }

    /**
     * Puts away a state in which nothing is left.
     *
     * @param longest how long to wait for a state that doesn't answer; null for as long as its store does
     * @return where it lies now; empty if it stays, or there is none
     */
    public Optional<String> archiveIfEmpty(@Nullable Duration longest) {
        return book.ledger().all().isEmpty()
                ? session().filter(StateSession::isKept).flatMap(session -> archive(session, longest))
                : Optional.empty();
    }

    private static Optional<String> archive(StateSession session, @Nullable Duration longest) {
        return longest == null ? session.archive() : session.archiveWithin(longest);
    }

    /** What was raised for a build has to be found again. */
    private boolean nothingIsRaised() {
        return book.ledger().all().stream()
                .allMatch(entry -> entry.undertaking().raised() == null);
    }

    private Optional<StateSession> sessionToArchive() {
        if (book.found().contents().isEmpty()) {
            return Optional.empty();
        }
        var session = store.open(book.target(), true);
        book.opened(session);
        return Optional.of(session);
    }

    /** Lets others have the state. */
    public void close() {
        try {
            taking.close();
        } finally {
            session().ifPresent(StateSession::close);
        }
    }

    private Optional<StateSession> session() {
        return Optional.ofNullable(book.session());
    }
}
