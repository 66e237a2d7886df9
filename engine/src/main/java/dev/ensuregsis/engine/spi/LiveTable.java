package dev.ensuregsis.engine.spi;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Throughput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table as DescribeTable shows it.
 *
 * @param name its name
 * @param arn its ARN; null where the endpoint gives none
 * @param status its status
 * @param keySchema its key; null where the endpoint doesn't tell it
 * @param attributeTypes the types of all key attributes that it defines
 * @param billingMode how it is paid for
 * @param throughput its provisioned throughput; null when on demand
 * @param indexes its global secondary indexes, whoever made them
 * @param replicas its replicas in other regions
 * @param itemCount items, as last counted (DynamoDB counts about every six hours)
 * @param sizeBytes bytes, as last counted
 * @param besides its indexes of other kinds
 */
public record LiveTable(
        String name,
        @Nullable String arn,
        TableStatus status,
        @Nullable KeySchema keySchema,
        Map<String, AttributeType> attributeTypes,
        BillingMode billingMode,
        @Nullable Throughput throughput,
        List<LiveIndex> indexes,
        List<LiveReplica> replicas,
        long itemCount,
        long sizeBytes,
        LiveBesides besides) {

    /**
     * A table without indexes of other kinds.
     *
     * @param name its name
     * @param arn its ARN; null where the endpoint gives none
     * @param status its status
     * @param keySchema its key; null where the endpoint doesn't tell it
     * @param attributeTypes the types of all key attributes that it defines
     * @param billingMode how it is paid for
     * @param throughput its provisioned throughput; null when on demand
     * @param indexes its global secondary indexes, whoever made them
     * @param replicas its replicas in other regions
     * @param itemCount items, as last counted
     * @param sizeBytes bytes, as last counted
     */
    public LiveTable(
            String name,
            @Nullable String arn,
            TableStatus status,
            @Nullable KeySchema keySchema,
            Map<String, AttributeType> attributeTypes,
            BillingMode billingMode,
            @Nullable Throughput throughput,
            List<LiveIndex> indexes,
            List<LiveReplica> replicas,
            long itemCount,
            long sizeBytes) {
        this(
                name,
                arn,
                status,
                keySchema,
                attributeTypes,
                billingMode,
                throughput,
                indexes,
                replicas,
                itemCount,
                sizeBytes,
                LiveBesides.NOTHING);
    }

    /** Copies the collections. */
    public LiveTable {
        attributeTypes = Map.copyOf(attributeTypes);
        indexes = List.copyOf(indexes);
        replicas = List.copyOf(replicas);
    }

    /**
     * One of its indexes.
     *
     * @param indexName the index
     * @return the index; empty if the table doesn't show it
     */
    public Optional<LiveIndex> index(String indexName) {
        for (var index : indexes) {
            if (index.name().equals(indexName)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    /**
     * All that it takes to make one of its indexes again.
     *
     * @param index the index
     * @return its shape; empty where the endpoint doesn't tell its key or its projection
     */
    public Optional<IndexShape> shapeOf(LiveIndex index) {
        var keys = index.keySchema();
        if (keys == null || index.projection() == null) {
            return Optional.empty();
        }
        var throughput = index.throughput();
        var whole = throughput != null
                && throughput.read() != null
                && throughput.read() > 0
                && throughput.write() != null
                && throughput.write() > 0;
        var capacity = whole ? new Capacity(throughput, null, null) : Capacity.UNSTATED;
        return Optional.of(
                new IndexShape(new IndexDefinition(index.name(), keys, index.projection(), capacity), attributeTypes));
    }

    /**
     * The account that owns the table, from its ARN.
     *
     * @return 12 digits; empty where there is no ARN
     */
    public Optional<String> accountId() {
        // arn:partition:dynamodb:region:account:table/name
        return arn == null ? Optional.empty() : field(arn, 4);
    }

    /** One that another follows; not by splitting, as the account is checked at every look. */
    private static Optional<String> field(String arn, int number) {
        int begin = 0;
        for (int passed = 0; passed < number; passed++) {
            begin = arn.indexOf(':', begin) + 1;
            if (begin == 0) {
                return Optional.empty();
            }
        }
        int end = arn.indexOf(':', begin);
        return end < 0 ? Optional.empty() : Optional.of(arn.substring(begin, end));
    }

    /** The status of a table, under the API's names; {@link #OTHER} for one that is newer than this tool. */
    public enum TableStatus {
        /** Being created. */
        CREATING,
        /** Being changed. */
        UPDATING,
        /** Being deleted. */
        DELETING,
        /** In use; an index may still be building. */
        ACTIVE,
        /** Its key can't be used. */
        INACCESSIBLE_ENCRYPTION_CREDENTIALS,
        /** Being archived. */
        ARCHIVING,
        /** Archived. */
        ARCHIVED,
        /** Its replication was stopped for lack of rights. */
        REPLICATION_NOT_AUTHORIZED,
        /** A status that this version doesn't know. */
        OTHER
    }
}
