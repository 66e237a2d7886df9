package dev.ensuregsis.engine.spi;

import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.Throughput;
import org.jspecify.annotations.Nullable;

/**
 * A global secondary index as DescribeTable shows it.
 *
 * @param name its name
 * @param status its status
 * @param backfilling whether DynamoDB is reading the table's items into it
 * @param keySchema its key; null where the endpoint doesn't tell it
 * @param projection what it holds; null where the endpoint doesn't tell it
 * @param throughput its provisioned throughput; null when on demand
 * @param itemCount items, as last counted
 * @param sizeBytes bytes, as last counted
 */
public record LiveIndex(
        String name,
        IndexStatus status,
        boolean backfilling,
        @Nullable KeySchema keySchema,
        @Nullable Projection projection,
        @Nullable Throughput throughput,
        long itemCount,
        long sizeBytes) {

    /** The status of an index, under the API's names; {@link #OTHER} for one that is newer than this tool. */
    public enum IndexStatus {
        /** Being created. */
        CREATING,
        /** Being changed. */
        UPDATING,
        /** Being deleted. */
        DELETING,
        /** In use. */
        ACTIVE,
        /** A status that this version doesn't know. */
        OTHER
    }
}
