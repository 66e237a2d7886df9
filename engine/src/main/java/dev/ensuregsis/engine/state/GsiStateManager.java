package dev.ensuregsis.engine.state;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how far the creation of indexes has come, so that a run that was interrupted, or that failed in part, can be
 * taken up again. Kept in {@code .gsi_creation_state.json} in a directory, or in memory only.
 *
 * <p><b>Reading</b> happens once, when the manager is made; it takes no lock and changes nothing.
 *
 * <p><b>The first change</b> makes the directory where it is missing, takes the lock, reads again, and puts a damaged
 * file aside. {@link #initializeGsis} and {@link #recordTarget} are kept in memory and go with the next change, and so
 * does, where there is no file, an update to {@link GsiStatus#ACTIVE}: a run that finds everything ACTIVE leaves no file
 * and no lock behind. Every other update is a change, unless it says what is recorded already; one to
 * {@link GsiStatus#IN_PROGRESS} always is.
 *
 * <p><b>Writing</b> is done in the background: an update is in memory when the method returns, and in the file a moment
 * later, as a whole new file in place of the old one. Updates never wait for the disk, the first change apart. What
 * could not be written is thrown by the next update, before that changes anything. {@link #flush}, {@link #seal} and
 * {@link #close} return when the file is current and will outlast a crash.
 *
 * <p>Thread-safe. One manager at a time works on one file: see {@link LockPolicy}.
 */
public final class GsiStateManager implements AutoCloseable {
    private final String scriptName;
    private final WriterTime time;

    /** Guarded by itself, like the two below. */
    private final Ledger ledger;

    /** What was changed before the file was opened. */
    private final Map<IndexId, GsiEntry> unwritten = new HashMap<>();

    private boolean closed;

    /** Null where the state is kept in memory only. */
    private final @Nullable FileSession session;

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
     * @param options how to lock, write and tell the time
     * @throws StateException if there is a file that can't be read, or is of a version that isn't known
     */
    public GsiStateManager(String scriptName, Path directory, StateOptions options) {
        this(scriptName, options, options.time().get(), new StateFile(directory, options.disk()));
    }

    private GsiStateManager(String scriptName, StateOptions options, WriterTime time, @Nullable StateFile file) {
        this.scriptName = scriptName;
        this.time = time;
        this.session = file == null
                ? null
                : new FileSession(file, StateLock.of(options, scriptName, time), time, this::snapshot);
        this.ledger = new Ledger(documentOf(session == null ? new Reading.Absent() : session.found()));
    }

    /**
     * State that is kept in memory only: nothing is ever read, written or locked.
     *
     * @param scriptName who runs
     * @return the manager
     */
    public static GsiStateManager inMemory(String scriptName) {
        return new GsiStateManager(scriptName, StateOptions.DEFAULT, new WriterThread(), null);
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
        synchronized (ledger) {
            ledger.initialize(definitions, selected);
        }
    }

    /**
     * Records a new status. The retry count stays; the last error stays too, unless the index is ACTIVE.
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
        var transition = new Transition(new IndexId(tableName, indexName), status, retryCount, error, now());
        if (!apply(transition, false)) {
            openFile();
            apply(transition, true);
        }
    }

    /** False if the file must be opened first; then nothing was changed. */
    private boolean apply(Transition transition, boolean opened) {
        synchronized (ledger) {
            refuseIfClosed();
            var known = ledger.find(transition.id())
                    .orElseThrow(() -> new IllegalArgumentException("index " + transition.id()
                            + " is neither defined nor recorded: call initializeGsis with its definition first"));
            var changed = transition.of(known);
            boolean same = changed.equals(known);
            if (session != null) {
                session.check();
                if (!opened && session.mustOpenFor(changed.status(), same)) {
                    return false;
                }
            }
            if (!same) {
                ledger.put(changed);
                if (session == null || !session.write(changed.status())) {
                    unwritten.put(changed.id(), changed);
                }
            }
            return true;
        }
    }

    private void openFile() {
        if (session != null) {
            session.open(this::goOnFrom);
        }
    }

    /** Another run may have changed the file since it was looked at. */
    private void goOnFrom(Reading reading) {
        synchronized (ledger) {
            refuseIfClosed();
            var document = documentOf(reading);
            refuseOther(document.target(), ledger.target());
            ledger.rebase(document, unwritten.values());
        }
    }

    private StateDocument documentOf(Reading reading) {
        return reading instanceof Reading.Whole whole ? whole.document() : StateDocument.fresh(scriptName, now());
    }

    /**
     * What is recorded about an index.
     *
     * @param tableName the table
     * @param indexName its index
     * @return the record; empty if there is none
     */
    public Optional<GsiEntry> getGsiStatus(String tableName, String indexName) {
        synchronized (ledger) {
            return ledger.find(new IndexId(tableName, indexName));
        }
    }

    /**
     * Whether an index is recorded as ACTIVE. Whether it still is, only DynamoDB knows.
     *
     * @param tableName the table
     * @param indexName its index
     * @return true if so
     */
    public boolean shouldSkipGsi(String tableName, String indexName) {
        return getGsiStatus(tableName, indexName)
                .filter(entry -> entry.status() == GsiStatus.ACTIVE)
                .isPresent();
    }

    /**
     * Every record, those of indexes that are no longer defined included.
     *
     * @return a copy, in the file's order
     */
    public List<GsiEntry> getAllGsis() {
        synchronized (ledger) {
            return ledger.all();
        }
    }

    /**
     * The indexes of this run that were not attempted yet.
     *
     * @return a copy, in the file's order
     */
    public List<GsiEntry> getPendingGsis() {
        return inScope(entry -> entry.status() == GsiStatus.PENDING);
    }

    /**
     * The indexes of this run that were given up, with their last errors.
     *
     * @return a copy, in the file's order
     */
    public List<GsiEntry> getFailedGsis() {
        return inScope(entry -> entry.status() == GsiStatus.FAILED);
    }

    /**
     * Where to go on: the first index of this run that is pending or was interrupted.
     *
     * @return its record; empty if there is none
     */
    public Optional<GsiEntry> getResumePoint() {
        return inScope(entry -> entry.status() == GsiStatus.PENDING || entry.status() == GsiStatus.IN_PROGRESS).stream()
                .findFirst();
    }

    private List<GsiEntry> inScope(Predicate<GsiEntry> condition) {
        synchronized (ledger) {
            return ledger.inScope(condition);
        }
    }

    /**
     * Whether an index is defined.
     *
     * @param id the index
     * @return true if {@link #initializeGsis} named it, or was not called and the index is recorded
     */
    public boolean isDefined(IndexId id) {
        synchronized (ledger) {
            return ledger.isDefined(id);
        }
    }

    /**
     * Whether every defined index is recorded as ACTIVE; before {@link #initializeGsis}, whether every recorded one is.
     *
     * @return true if so; false if nothing is defined or recorded
     */
    public boolean isComplete() {
        synchronized (ledger) {
            return ledger.isComplete();
        }
    }

    /**
     * How many indexes are recorded, those that are no longer defined included.
     *
     * @return the counts, as the file has them
     */
    public StateSummary summary() {
        return StateSummary.of(getAllGsis());
    }

    /**
     * What lay in the directory when this manager was made.
     *
     * @return the file, resumed or damaged; empty if there was none
     */
    public Optional<LoadedState> loaded() {
        return session == null ? Optional.empty() : session.loaded();
    }

    /**
     * Where the first change put a damaged file.
     *
     * @return the file's new name; empty if there was no damage, or no change yet
     */
    public Optional<Path> putAside() {
        return session == null ? Optional.empty() : session.putAside();
    }

    /**
     * What the user should know about the file that was loaded: that it is damaged, or of another script.
     *
     * @return a sentence each; empty if all is well
     */
    public List<String> warnings() {
        return loaded().flatMap(found -> found.warning(scriptName)).stream().toList();
    }

    /**
     * The DynamoDB that the state is about, as far as it is recorded.
     *
     * @return the target; empty if nothing of it is recorded
     */
    public Optional<Target> recordedTarget() {
        synchronized (ledger) {
            return Optional.of(ledger.target()).filter(target -> !target.equals(Target.UNKNOWN));
        }
    }

    /**
     * Whether the state is about another DynamoDB.
     *
     * @param other what a run is about
     * @return the first part that differs, with what is recorded first; empty if none does
     */
    public Optional<Target.Conflict> conflict(Target other) {
        synchronized (ledger) {
            return ledger.target().conflictWith(other);
        }
    }

    /**
     * Records the DynamoDB that the state is about; parts that are null stay as recorded. It is in the file with the
     * next change.
     *
     * @param target what this run is about
     * @throws StateException.OtherTarget if the state is about another
     */
    public void recordTarget(Target target) {
        synchronized (ledger) {
            refuseOther(ledger.target(), target);
            ledger.target(target);
        }
    }

    private void refuseOther(Target recorded, Target here) {
        recorded.conflictWith(here).ifPresent(conflict -> {
            throw new StateException.OtherTarget(where(), conflict);
        });
    }

    /**
     * Puts the file away as {@code .gsi_creation_state_YYYYMMDD_HHMMSS.json} (UTC) when everything that is defined is
     * recorded as ACTIVE. What is recorded can still be read here.
     *
     * @return where it lies now; empty if there was no file
     * @throws StateException.Unfinished if something that is defined is not recorded as ACTIVE
     * @throws StateException if the file can't be put away
     */
    public Optional<Path> cleanup() {
        return cleanup(false);
    }

    /**
     * Puts the file away; a damaged one is put aside instead.
     *
     * @param force although some indexes are not ACTIVE
     * @return where it lies now; empty if there was no file
     * @throws StateException.Unfinished unless forced, if something that is defined is not recorded as ACTIVE
     * @throws StateException if the file can't be put away
     */
    public Optional<Path> cleanup(boolean force) {
        if (session == null || !session.isAnythingThere()) {
            return Optional.empty();
        }
        refuseUnfinished(force);
        openFile();
        refuseUnfinished(force);
        return session.archive();
    }

    private void refuseUnfinished(boolean force) {
        synchronized (ledger) {
            refuseIfClosed();
            if (!force && session != null && session.isRecorded() && !ledger.isComplete()) {
                throw new StateException.Unfinished(where(), StateSummary.of(ledger.judged()));
            }
        }
    }

    /** Prints what is recorded to standard output. */
    public void printStatus() {
        printStatus(System.out);
    }

    /**
     * Prints what is recorded: the file, its times, the counts, and a line per index.
     *
     * @param out where to
     * @throws UncheckedIOException if that fails
     */
    public void printStatus(Appendable out) {
        try {
            synchronized (ledger) {
                new StatusTable(ledger, session == null ? "in memory" : where().toString()).print(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Saves now what is not saved yet.
     *
     * @throws StateException.NotWritten if that fails; the next flush tries again
     */
    public void flush() {
        if (session != null) {
            session.flush();
        }
    }

    /**
     * Takes no more changes, and saves: for the moment in which the process is being ended. The lock stays, and ends
     * with the process.
     *
     * @throws StateException.NotWritten if saving fails
     */
    public void seal() {
        synchronized (ledger) {
            closed = true;
        }
        flush();
    }

    /**
     * Takes no more changes, saves, and gives the lock back. Reading goes on. A second call does nothing.
     *
     * @throws StateException.NotWritten if saving fails; the lock is given back all the same
     */
    @Override
    public void close() {
        synchronized (ledger) {
            closed = true;
        }
        if (session != null) {
            session.close();
        } else {
            time.close();
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new StateException.Closed();
        }
    }

    private Path where() {
        return session == null ? Path.of("in memory") : session.path();
    }

    private Instant now() {
        return time.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private StateDocument snapshot() {
        synchronized (ledger) {
            return ledger.snapshot(now());
        }
    }

    @Override
    public String toString() {
        return scriptName + " in " + (session == null ? "memory" : where());
    }
}
