package dev.ensuregsis.engine.spi;

import java.util.Map;

/**
 * A replica of a global table in another region.
 *
 * @param region the region
 * @param status the replica's status, as the API writes it
 * @param indexes the status of each of its indexes, as far as the replica lists them
 */
public record LiveReplica(String region, String status, Map<String, LiveIndex.IndexStatus> indexes) {

    /** Copies the map. */
    public LiveReplica {
        indexes = Map.copyOf(indexes);
    }

    /**
     * Whether the replica is being created, changed or deleted.
     *
     * @return true if waiting ends it
     */
    public boolean isChanging() {
        return status.equals("CREATING") || status.equals("UPDATING") || status.equals("DELETING");
    }
}
