package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.control.CreateIndexCall;
import dev.ensuregsis.engine.control.CreateTableCall;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent.Phase;
import org.jspecify.annotations.Nullable;

/** The one next thing to do for a table. */
public sealed interface Decision {

    /**
     * Send CreateTable.
     *
     * @param call what to create
     */
    record CreateTable(CreateTableCall call) implements Decision {}

    /**
     * Send UpdateTable with one index.
     *
     * @param call what to create
     */
    record CreateIndex(CreateIndexCall call) implements Decision {}

    /**
     * Look again later.
     *
     * @param phase what is waited for
     * @param indexName the index that is building; null where it is the table
     */
    record Wait(Phase phase, @Nullable String indexName) implements Decision {}

    /**
     * The index is ACTIVE and as defined: record it.
     *
     * @param indexName the index
     */
    record Adopt(String indexName) implements Decision {}

    /**
     * The index was there in this run and has gone: it counts as a setback, and is asked for again.
     *
     * @param indexName the index
     */
    record Vanished(String indexName) implements Decision {}

    /**
     * The index can't be ensured.
     *
     * @param indexName the index
     * @param failure why, and what to do
     */
    record Fail(String indexName, Failure failure) implements Decision {}

    /**
     * The index's tries are used up, and none of them has landed.
     *
     * @param indexName the index
     */
    record GiveUp(String indexName) implements Decision {}

    /**
     * A table that is wanted for itself, without any index, can't be ensured.
     *
     * @param failure why, and what to do
     */
    record FailTable(Failure failure) implements Decision {}

    /**
     * The index isn't for this run to create: leave it as it was.
     *
     * @param indexName the index
     */
    record Leave(String indexName) implements Decision {}

    /** Nothing is left to do for this table. */
    record Done() implements Decision {}
}
