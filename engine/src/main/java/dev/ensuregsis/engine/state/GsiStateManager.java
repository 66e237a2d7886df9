package dev.ensuregsis.engine.state;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.internal.state.StateBook;
import dev.ensuregsis.engine.internal.state.Transition;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.StateSummary;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A state to read and to change by hand: how far the creation of indexes has come, so that a run that was interrupted, or
 * that failed in part, can be taken up again. It stands before a {@link StateStore}, which a {@code GsiEngine} works on
 * directly.
 *
 * <p><b>Reading</b> the store happens once, when the manager is made; it takes no lock and changes nothing.
 *
 * <p><b>The first change</b> opens the store, which takes its lock, reads again, and puts aside what is damaged.
 * {@link #initializeGsis} and {@link #recordTarget} are kept in memory and go with the next change, and so does, where
 * nothing is kept, an update to {@link GsiStatus#ACTIVE}. Every other update is a change, unless it says what is recorded
 * already; one to {@link GsiStatus#IN_PROGRESS} always is.
 *
 * <p><b>Writing</b> waits for nobody: what could not be kept is thrown by the next update, before that changes anything.
 * {@link #flush}, {@link #seal} and {@link #close} return when what is kept will outlast a crash.
 *
 * <p>Thread-safe. One manager or run at a time works on one state: see {@link LockPolicy}.
 */
public final class GsiStateManager extends RecordedState implements AutoCloseable {
    private final Bookkeeping books;

    /**
     * State in a directory, with {@link StateOptions#DEFAULT}.
     *
     * @param scriptName who runs; recorded in a new file
     * @param directory where the file lies
     * @throws StateException if there is a file that can't be read, or is of a version that isn't known
     */
    public GsiStateManager(String scriptName, Path directory) {
        this(scriptName, directory, StateOptions.DEFAULT);
    }

    /**
     * State in a directory.
     *
     * @param scriptName who runs; recorded in a new file
     * @param directory where the file lies
     * @param options how it is locked
     * @throws StateException if there is a file that can't be read, or is of a version that isn't known
     */
    public GsiStateManager(String scriptName, Path directory, StateOptions options) {
        this(scriptName, StateStores.inFile(scriptName, directory, options), InstantSource.system());
    }

    /**
     * State in any store.
     *
     * @param scriptName who runs
     * @param store where it is kept; closed with the manager
     * @param clock what time it is, for what is recorded
     * @throws StateException if what is kept can't be read, or is of a version that isn't known
     */
    public GsiStateManager(String scriptName, StateStore store, InstantSource clock) {
        super(scriptName, store.place(), clock);
        this.books = new Bookkeeping(store);
    }

    /**
     * State that is kept in memory only: nothing is ever read, written or locked.
     *
     * @param scriptName who runs
     * @return the manager
     */
    public static GsiStateManager inMemory(String scriptName) {
        return new GsiStateManager(scriptName, StateStores.inMemory(scriptName), InstantSource.system());
    }

    /**
     * Where this manager keeps its state.
     *
     * @return the store, which stays this manager's to close
     */
    public StateStore store() {
        return books.store();
    }

    /**
     * Makes the store free for a run that works on it: saves what was changed here, and lets the store's lock go. What is
     * asked of this manager afterwards is read anew.
     *
     * @throws StateException if saving fails
     */
    public void handOver() {
        books.handOver();
    }

    @Override
    <T> T ask(Function<StateBook, T> question) {
        synchronized (books) {
            return question.apply(books.book());
        }
    }

    /**
     * Says what is defined: new indexes are added as pending, what is known keeps its record. One that failed is pending
     * again if its definition has changed since.
     *
     * @param definitions everything that is defined
     */
    public void initializeGsis(Definitions definitions) {
        initializeGsis(definitions, id -> true);
    }

    /**
     * Says what is defined, and which part of it this run is about. Only that part is added, and only that part is in
     * {@link #getPendingGsis}, {@link #getFailedGsis} and {@link #getResumePoint}; {@link #isComplete} and
     * {@link #cleanup} ask for everything that is defined.
     *
     * @param definitions everything that is defined
     * @param selected which of it this run is about
     */
    public void initializeGsis(Definitions definitions, Predicate<IndexId> selected) {
        ask(book -> {
            book.ledger().define(definitions, selected);
            return book;
        });
    }

    /**
     * Records a new status; all else stays as recorded, but the last error of an index that is ACTIVE now.
     *
     * @param tableName the table
     * @param indexName its index
     * @param status where its creation stands now
     * @throws IllegalArgumentException if the index is neither defined nor recorded
     * @throws StateException if the state can't be kept; nothing was changed
     */
    public void updateGsiStatus(String tableName, String indexName, GsiStatus status) {
        updateGsiStatus(tableName, indexName, status, null, null);
    }

    /**
     * Records a new status. {@link GsiStatus#IN_PROGRESS} without an error says that creation is started now, so it is
     * given once before each call that creates the index; with an error it is what that attempt ended in.
     * {@link GsiStatus#ACTIVE} ends the last error.
     *
     * @param tableName the table
     * @param indexName its index
     * @param status where its creation stands now
     * @param retryCount attempts over all runs that used one up, 0 or more; null: as recorded
     * @param error the last error; null: as recorded
     * @throws IllegalArgumentException if the index is neither defined nor recorded, or the count is negative
     * @throws StateException if the state can't be kept; nothing was changed
     */
    public void updateGsiStatus(
            String tableName,
            String indexName,
            GsiStatus status,
            @Nullable Integer retryCount,
            @Nullable String error) {
        var id = new IndexId(tableName, indexName);
        var transition = new Transition(
                status, retryCount, error == null ? null : new Transition.LastError(error, null), clock.instant());
        if (!apply(id, transition, false)) {
            books.open();
            apply(id, transition, true);
        }
    }

    /** False if the store must be opened first; then nothing was changed. */
    private boolean apply(IndexId id, Transition transition, boolean opened) {
        return ask(book -> {
            books.refuseIfClosed();
            var known = book.find(id)
                    .orElseThrow(() -> new IllegalArgumentException("index " + id
                            + " is neither defined nor recorded: call initializeGsis with its definition first"));
            var changed = transition.of(known);
            if (!opened && book.needsSessionFor(known, changed)) {
                return false;
            }
            book.change(known, changed);
            return true;
        });
    }

    /**
     * Where the first change put what was damaged.
     *
     * @return its place; empty if there was no damage, or no change yet
     */
    public Optional<String> putAside() {
        return books.session().flatMap(StateSession::putAside);
    }

    /**
     * Records the DynamoDB that the state is about; parts that are null stay as recorded. It is kept with the next
     * change. What a store keeps by account can be read, and changed, from here on.
     *
     * @param target what this run is about
     * @throws StateException.OtherTarget if the state is about another
     */
    public void recordTarget(Target target) {
        books.readFor(target);
        ask(book -> {
            book.about(target);
            return book;
        });
    }

    /**
     * Puts the state away when it {@linkplain #isComplete is complete}: a file as
     * {@code .gsi_creation_state_YYYYMMDD_HHMMSS.json} (UTC). What is recorded can still be read here.
     *
     * @return where it lies now; empty if there was none
     * @throws StateException.Unfinished if something that is defined here, or by others, is not recorded as ACTIVE
     * @throws StateException if it can't be put away
     */
    public Optional<String> cleanup() {
        return cleanup(false);
    }

    /**
     * Puts the state away; a damaged one is put aside instead.
     *
     * @param force although some indexes are not ACTIVE
     * @return where it lies now; empty if there was none
     * @throws StateException.Unfinished unless forced, if something that is defined is not recorded as ACTIVE
     * @throws StateException if it can't be put away
     */
    public Optional<String> cleanup(boolean force) {
        if (ask(book -> isNothingToArchive(book, force))) {
            return Optional.empty();
        }
        var session = books.open();
        return ask(book -> {
            refuseUnfinished(book, force);
            return session.archive();
        });
    }

    private boolean isNothingToArchive(StateBook book, boolean force) {
        books.refuseIfClosed();
        var open = book.session();
        if (open == null ? book.found() instanceof StoredState.Nothing : !open.isKept()) {
            return true;
        }
        refuseUnfinished(book, force);
        return false;
    }

    private void refuseUnfinished(StateBook book, boolean force) {
        if (!force
                && !(book.found() instanceof StoredState.Damaged)
                && !book.ledger().isComplete()) {
            throw new StateException.Unfinished(
                    place, StateSummary.of(book.ledger().judged()));
        }
    }

    /**
     * Saves now what is not saved yet.
     *
     * @throws StateException.NotWritten if that fails; the next flush tries again
     */
    public void flush() {
        books.session().ifPresent(StateSession::flush);
    }

    /**
     * Takes no more changes, and saves: for the moment in which the process is being ended. The lock stays, and ends
     * with the process.
     *
     * @throws StateException.NotWritten if saving fails
     */
    public void seal() {
        books.seal();
    }

    /**
     * Takes no more changes, saves, and gives the lock back. Reading goes on. A second call does nothing.
     *
     * @throws StateException if saving fails; the lock is given back all the same
     */
    @Override
    public void close() {
        books.close();
    }
}
