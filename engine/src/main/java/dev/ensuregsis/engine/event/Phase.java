package dev.ensuregsis.engine.event;

/** What DynamoDB is doing while a run waits. */
public enum Phase {
    /** The table is being created. */
    CREATING_TABLE("creating the table"),
    /** DynamoDB is allocating the index's resources. */
    ALLOCATING("resource allocation"),
    /** DynamoDB is reading the table's items into the index. */
    BACKFILLING("backfilling"),
    /** DynamoDB is deleting the index. */
    DELETING("deletion"),
    /** A run that was taken over may have the deletion of the index on its way: it is created when that is over. */
    LATE_DELETION("held back, as its deletion may still be on the way"),
    /** The table or another index of it is changing. */
    TABLE_BUSY("waiting for the table"),
    /** The table is UPDATING while its indexes are ACTIVE: its capacity, its stream or its encryption changes. */
    TABLE_UPDATING("waiting for the table, which is UPDATING"),
    /** A replica of the table, or an index in it, is not ACTIVE, while the table and its indexes are. */
    REPLICA_CHANGING("waiting for a replica, which is not ACTIVE"),
    /** A vector index of the table is made or deleted: one index of either kind changes at a time. */
    VECTOR_INDEX_CHANGING("waiting for a vector index of the table"),
    /** As many tables as the account allows are changing already. */
    ACCOUNT_BUSY("waiting for other tables"),
    /** DynamoDB takes no more calls for now. */
    THROTTLED("waiting for DynamoDB to take calls");

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    /**
     * The phase for a reader.
     *
     * @return a few words in lower case
     */
    public String words() {
        return words;
    }
}
