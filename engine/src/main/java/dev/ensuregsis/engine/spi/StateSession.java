package dev.ensuregsis.engine.spi;

import dev.ensuregsis.engine.definition.IndexId;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A state that one run has taken, to change it. What is written is in order, and waits for nobody: that it will outlast a
 * crash is said later.
 *
 * <p>Thread-safe.
 */
public interface StateSession extends AutoCloseable {

    /**
     * What was kept when the session was opened; another run may have changed it since it was read before.
     *
     * @return what is kept
     */
    StoredState found();

    /**
     * Says what the run is about. Goes with the next {@link #write}; a run that writes nothing leaves nothing.
     *
     * @param target the DynamoDB; parts that are null stay as recorded
     * @param entries every index that the run knows of, as it stands
     */
    void begin(Target target, Collection<GsiEntry> entries);

    /**
     * Records how one index stands.
     *
     * @param entry what to record of it
     * @return completes when this, and all before it, will outlast a crash; with a {@link StateException} if it won't.
     *     Completes on some other thread, so nothing long may follow on it
     * @throws StateException if an earlier change could not be kept, or the session is closed; nothing was changed
     */
    CompletionStage<Void> write(GsiEntry entry);

    /**
     * Drops what is recorded of one index, which is gone for good.
     *
     * @param id which
     * @return completes when this, and all before it, will outlast a crash; with a {@link StateException} if it won't
     * @throws StateException if an earlier change could not be kept, or the session is closed; nothing was changed
     */
    CompletionStage<Void> forget(IndexId id);

    /**
     * The loss of the state to another run, which a store with a lease may come to know.
     *
     * @return completes when it is lost, with the reason; never where that can't be
     */
    CompletionStage<StateException> lost();

    /**
     * The moment from which something new may be begun. Where what is written waits for nobody and nobody can take the
     * state away, that is now; a store with a lease waits until all that was written so far is kept and the lease is surely
     * this session's.
     *
     * @return completes when that is so, on some thread; never where {@link #lost} completes first
     */
    default CompletionStage<Void> clearance() {
        return CompletableFuture.completedStage(null);
    }

    /**
     * Whether a change of DynamoDB may leave now: asked last thing before it does, on whatever thread. Blocks for nothing.
     *
     * @return false if the state may be another's by the time that the change takes effect
     */
    default boolean mayChange() {
        return true;
    }

    /**
     * Whose the state was, where it was left held and had to be taken over.
     *
     * @return the owner who stood still; empty if nobody did
     */
    default Optional<LockOwner> takenOverFrom() {
        return Optional.empty();
    }

    /**
     * Where what was damaged lies since this session was opened.
     *
     * @return its place; empty if nothing was
     */
    Optional<String> putAside();

    /**
     * Whether something is kept, or will be with the writing that is under way.
     *
     * @return true if so
     */
    boolean isKept();

    /**
     * Returns when everything written will outlast a crash.
     *
     * @throws StateException if it won't; the next flush tries again
     */
    void flush();

    /**
     * The same with less patience: for a run that is at its end. A store that answers at once needs none.
     *
     * @param longest how long to wait for a store that doesn't answer
     * @throws StateException if not everything was kept by then
     */
    default void flushWithin(Duration longest) {
        flush();
    }

    /**
     * Puts away what is kept and takes this in its place, whole or not at all.
     *
     * @param contents what is to be kept from now on; who made it and its target stay this session's
     * @throws StateException if it can't be kept; what was kept before still is
     */
    void replace(StateContents contents);

    /**
     * Records that the run has ended, for the history. A store that keeps none drops it.
     *
     * @param run what there is to know of it
     * @throws StateException if it can't be kept
     */
    default void ended(EndedRun run) {}

    /**
     * Puts the state away: what comes next begins anew.
     *
     * @return where it lies now; empty if there was none
     * @throws StateException if it can't be put away
     */
    Optional<String> archive();

    /**
     * The same with less patience: for a run that is at its end. A store that answers at once needs none.
     *
     * @param longest how long to wait for a store that doesn't answer
     * @return where it lies now; empty if there was none
     * @throws StateException if it wasn't put away by then
     */
    default Optional<String> archiveWithin(Duration longest) {
        return archive();
    }

    /**
     * Takes no more changes, saves, and lets others have the state. A second call does nothing.
     *
     * @throws StateException if saving fails; others may have the state all the same
     */
    @Override
    void close();
}
