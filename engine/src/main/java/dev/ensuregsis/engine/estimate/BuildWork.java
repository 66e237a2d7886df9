package dev.ensuregsis.engine.estimate;

/**
 * What a backfill writes, if every item of the table has the index's key and what DynamoDB last counted is still so.
 *
 * @param writeUnits write units, one per item and started KiB of what is projected, in all regions of the table
 * @param storageBytes what the index takes then: a copy of what is projected and 100 bytes an item. Source: DynamoDB's
 *     page of storage considerations for indexes
 */
public record BuildWork(Amount writeUnits, Amount storageBytes) {

    /** That of an index without an item. */
    public static final BuildWork NONE = new BuildWork(Amount.NOTHING, Amount.NOTHING);

    /**
     * The sum.
     *
     * @param other that of another index
     * @return both together
     */
    public BuildWork plus(BuildWork other) {
        return new BuildWork(writeUnits.plus(other.writeUnits), storageBytes.plus(other.storageBytes));
    }
}
