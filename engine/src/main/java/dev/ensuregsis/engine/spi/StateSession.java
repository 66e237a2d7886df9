package dev.ensuregsis.engine.spi;

import dev.ensuregsis.engine.definition.IndexId;
import java.util.Collection;
import java.util.Optional;
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
     * Puts the state away: what comes next begins anew.
     *
     * @return where it lies now; empty if there was none
     * @throws StateException if it can't be put away
     */
    Optional<String> archive();

    /**
     * Takes no more changes, saves, and lets others have the state. A second call does nothing.
     *
     * @throws StateException if saving fails; others may have the state all the same
     */
    @Override
    void close();
}
