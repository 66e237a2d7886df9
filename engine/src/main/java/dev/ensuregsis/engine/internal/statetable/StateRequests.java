package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.Target;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The narrow port to the table that holds states: what is read is read strongly consistent, each write is on condition.
 * Behind it stands the SDK, or a simulated table. Blocks; thread-safe; retries nothing. All calls throw
 * {@link StateTableException}, also for what is there and can't be read.
 */
public interface StateRequests {

    /** The table's name. */
    String tableName();

    /** Where the table is. */
    Target target();

    /** What the table is. */
    TableShape describe();

    /** Makes the table; returns when that is accepted, or somebody else has made it. */
    void create();

    /** Sets of a table what can't be asked for before it is ACTIVE, as far as it lacks that. */
    void complete();

    /** The head of a state; empty if there is none. */
    Optional<Head> head(StateKey key);

    /** The heads of all states in the table that can be read. */
    List<Head> heads();

    /** The entries of a generation, in the order of their names. */
    List<StoredEntry> entries(StateKey key, String generation);

    /** The runs that have ended, the last one first. */
    List<EndedRun> runs(StateKey key, int most);

    /** Writes a head, on condition that what is there is the one that it follows on, or nothing where that is null. */
    void put(Head head, @Nullable Head follows);

    /** Writes entries, all or none, on condition that the lease is still the one with this token. */
    void write(StateKey key, String generation, String token, List<StoredEntry> entries);

    /** Writes a run that has ended, on the same condition. */
    void write(StateKey key, String token, EndedRun run);
}
