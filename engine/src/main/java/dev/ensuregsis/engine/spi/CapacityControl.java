package dev.ensuregsis.engine.spi;

import dev.ensuregsis.engine.definition.Throughput;

/**
 * The change of an index's provisioned capacity, which {@link ControlPlane} can't do: an engine that isn't given this
 * raises none, as it could not lower it again. Implementations are thread-safe; calls block until answered and are not
 * retried below.
 */
public interface CapacityControl {

    /**
     * Asks for another capacity of one index (UpdateTable, alone in its call). Returns when the request is accepted, not
     * when it is done.
     *
     * @param tableName the table
     * @param indexName the index
     * @param throughput what it is to have; both halves present
     * @throws ControlPlaneException if it was refused, or if no answer came
     */
    void changeCapacity(String tableName, String indexName, Throughput throughput);

    /**
     * The same, but that each call is asked of a guard before it is sent.
     *
     * @param guard says whether a change may leave
     * @return the guarded one
     */
    default CapacityControl capacityGuardedBy(ChangeGuard guard) {
        return (tableName, indexName, throughput) -> {
            guard.check();
            changeCapacity(tableName, indexName, throughput);
        };
    }
}
