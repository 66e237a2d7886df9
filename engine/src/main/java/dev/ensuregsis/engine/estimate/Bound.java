package dev.ensuregsis.engine.estimate;

/**
 * What bounds how fast an index is backfilled.
 *
 * @param kind which capacity
 * @param unitsPerSecond write units a second
 */
public record Bound(Kind kind, long unitsPerSecond) {

    /** The capacities. */
    public enum Kind {
        /** The provisioned write capacity that the index is defined with. */
        INDEX_CAPACITY,
        /** The provisioned write capacity of the table, which an index without one of its own is given. */
        TABLE_CAPACITY,
        /** The provisioned write capacity that the index has for the time of its build only. */
        BACKFILL_CAPACITY,
        /** The warm throughput that the index is defined with. */
        WARM_THROUGHPUT,
        /** The warm throughput that any index on demand starts with. Source: DynamoDB's page of warm throughput */
        DEFAULT_WARM_THROUGHPUT
    }
}
