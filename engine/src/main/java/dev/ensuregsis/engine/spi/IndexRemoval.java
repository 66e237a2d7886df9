package dev.ensuregsis.engine.spi;

/**
 * The deletion of indexes, which {@link ControlPlane} can't do: an engine that isn't given this deletes nothing. There is
 * no way to delete a table. Implementations are thread-safe; calls block until answered and are not retried below.
 */
public interface IndexRemoval {

    /**
     * Asks for the deletion of one index (UpdateTable, alone in its call). Returns when the request is accepted, not when
     * it is done.
     *
     * @param tableName the table
     * @param indexName the index
     * @throws ControlPlaneException if it was refused, or if no answer came
     */
    void deleteIndex(String tableName, String indexName);

    /**
     * The same, but that each call is asked of a guard before it is sent.
     *
     * @param guard says whether a change may leave
     * @return the guarded one
     */
    default IndexRemoval removalGuardedBy(ChangeGuard guard) {
        return (tableName, indexName) -> {
            guard.check();
            deleteIndex(tableName, indexName);
        };
    }
}
