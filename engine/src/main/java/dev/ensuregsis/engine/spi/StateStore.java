package dev.ensuregsis.engine.spi;

import java.util.List;
import java.util.Optional;

/**
 * Where the memory of runs is kept: what was tried, and what went wrong. Whoever only reads it takes no lock and changes
 * nothing; whoever changes it opens it first, which keeps all others from doing so until the session is closed.
 *
 * <p>Thread-safe. All calls may block, and none is made on an engine's loop.
 */
public interface StateStore extends AutoCloseable {

    /**
     * Where it is kept.
     *
     * @return for messages: a file's path, or other words
     */
    String place();

    /**
     * Who keeps it.
     *
     * @return the name that is recorded with it
     */
    String scriptName();

    /**
     * Looks at what earlier runs left.
     *
     * @param target the DynamoDB that the reader is about, as far as that is known already
     * @return what is kept
     * @throws StateException if it is there and can't be read, or is of a version that isn't known
     */
    StoredState read(Target target);

    /**
     * Takes the state for one run and looks again.
     *
     * @param target the DynamoDB that the run is about; what is kept of another is refused
     * @param mayWait whether to wait for another run that has it, as long as the store was told to; false to be refused
     *     at once
     * @return the session, until whose end nobody else changes the state
     * @throws StateException if another run has it, it is about another DynamoDB, or it can't be kept
     */
    StateSession open(Target target, boolean mayWait);

    /**
     * Who has the state now, where that can be read: it may be one that has died and is still named.
     *
     * @param target the DynamoDB that the reader is about
     * @return the owner; empty if nobody has it, or that can't be told without taking it
     * @throws StateException if it can't be read
     */
    default Optional<LockOwner> holder(Target target) {
        return Optional.empty();
    }

    /**
     * The runs that have ended, the last one first.
     *
     * @param target the DynamoDB that the reader is about
     * @param most how many; 0 or more
     * @return so many at most; empty if none are known
     * @throws StateException if they can't be read
     */
    default List<EndedRun> history(Target target, int most) {
        return List.of();
    }

    /**
     * Whether this is kept in that very table, which can't be worked on then.
     *
     * @param tableName a table that is defined
     * @param target the DynamoDB that it is in, as far as that is known already
     * @return true if so; false too as long as {@link #read} asks for the account first
     * @throws StateException if it can't be told
     */
    default boolean isKeptIn(String tableName, Target target) {
        return false;
    }

    /**
     * Whether what is kept names the indexes that a run knew and didn't come to.
     *
     * @return false if only what was tried is kept: all else that is defined is pending then
     */
    default boolean keepsUntried() {
        return true;
    }

    /**
     * Takes no more changes, and saves: for the moment in which the process is being ended. May be called while a session
     * is at work: the next change, and a further session, are refused with {@link StateException.Sealed}, which ends a run
     * as interrupted.
     *
     * @throws StateException if saving fails
     */
    void seal();

    /** Ends a session that is still open, as {@link StateSession#close} does. A second call does nothing. */
    @Override
    void close();
}
