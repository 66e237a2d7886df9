package dev.ensuregsis.engine.state;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.internal.state.ExportedState;
import dev.ensuregsis.engine.internal.state.StateBook;
import dev.ensuregsis.engine.internal.state.StateWarnings;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StateSummary;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The half of a {@link GsiStateManager} that only reads: what is recorded, in memory at once. Thread-safe. */
public abstract sealed class RecordedState permits GsiStateManager {
    final String scriptName;
    final String place;
    final InstantSource clock;

    RecordedState(String scriptName, String place, InstantSource clock) {
        this.scriptName = scriptName;
        this.place = place;
        this.clock = clock;
    }

    /** Asks what is known now, with nobody changing it meanwhile. */
    abstract <T> T ask(Function<StateBook, T> question);

    /**
     * What is recorded about an index.
     *
     * @param tableName the table
     * @param indexName its index
     * @return the record; empty if there is none
     */
    public Optional<GsiEntry> getGsiStatus(String tableName, String indexName) {
        return ask(book -> book.find(new IndexId(tableName, indexName)));
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
     * @return a copy, in order
     */
    public List<GsiEntry> getAllGsis() {
        return ask(book -> book.ledger().all());
    }

    /**
     * The indexes of this run that were not attempted yet.
     *
     * @return a copy, in order
     */
    public List<GsiEntry> getPendingGsis() {
        return inScope(entry -> entry.status() == GsiStatus.PENDING);
    }

    /**
     * The indexes of this run that were given up, with their last errors.
     *
     * @return a copy, in order
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
        return ask(book -> book.ledger().inScope(condition));
    }

    /**
     * Whether an index is defined.
     *
     * @param id the index
     * @return true if {@link GsiStateManager#initializeGsis} named it, or was not called and the index is recorded
     */
    public boolean isDefined(IndexId id) {
        return ask(book -> book.ledger().isDefined(id));
    }

    /**
     * What others who share this state have not done: not defined here, in the definitions of another when that ran last,
     * and not ACTIVE. An entry of a file that doesn't say who defined it is its maker's.
     *
     * @return a copy, in order, each with who defined it; empty before {@link GsiStateManager#initializeGsis}
     */
    public List<GsiEntry> getUnfinishedOfOthers() {
        return ask(book -> book.ledger().unfinishedOfOthers());
    }

    /**
     * Whether every defined index is recorded as ACTIVE, and {@linkplain #getUnfinishedOfOthers others} are done too; before
     * {@link GsiStateManager#initializeGsis}, whether every recorded one is.
     *
     * @return true if so; false if nothing is defined or recorded
     */
    public boolean isComplete() {
        return ask(book -> book.ledger().isComplete());
    }

    /**
     * How many indexes are recorded, those that are no longer defined included.
     *
     * @return the counts
     */
    public StateSummary summary() {
        return StateSummary.of(getAllGsis());
    }

    /**
     * What was kept when it was last looked at.
     *
     * @return what earlier runs left, or damage; empty if there was nothing
     */
    public Optional<StoredState> loaded() {
        return Optional.of(ask(StateBook::found)).filter(found -> !(found instanceof StoredState.Nothing));
    }

    /**
     * What the user should know about what was loaded: that it is damaged, or of another script.
     *
     * @return a sentence each; empty if all is well
     */
    public List<String> warnings() {
        return StateWarnings.of(ask(StateBook::found), place, scriptName, Set.of());
    }

    /**
     * The DynamoDB that the state is about, as far as it is recorded.
     *
     * @return the target; empty if nothing of it is recorded
     */
    public Optional<Target> recordedTarget() {
        return Optional.of(ask(StateBook::target)).filter(target -> !target.equals(Target.UNKNOWN));
    }

    /**
     * Whether the state is about another DynamoDB.
     *
     * @param other what a run is about
     * @return the first part that differs, with what is recorded first; empty if none does
     */
    public Optional<Target.Conflict> conflict(Target other) {
        return ask(StateBook::target).conflictWith(other);
    }

    /**
     * Writes what is recorded in the format of the state file, which a store in a directory reads. Takes no lock.
     *
     * @param file where to; what was there is replaced
     * @throws UncheckedIOException if that fails
     */
    public void exportTo(Path file) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var contents = ask(book -> {
            var head = book.found().contents();
            return new StateContents(
                    scriptName,
                    head.map(StateContents::createdAt).orElse(now),
                    head.map(StateContents::updatedAt).orElse(now),
                    book.target(),
                    StateContents.byIndex(book.ledger().all()));
        });
        try {
            ExportedState.write(contents, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints what is recorded to standard output. */
    public void printStatus() {
        printStatus(System.out);
    }

    /**
     * Prints what is recorded: the place, its times, the counts, and a line per index.
     *
     * @param out where to
     * @throws UncheckedIOException if that fails
     */
    public void printStatus(Appendable out) {
        try {
            out.append(ask(book -> new StatusTable(book, scriptName, place, clock.instant()).text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
