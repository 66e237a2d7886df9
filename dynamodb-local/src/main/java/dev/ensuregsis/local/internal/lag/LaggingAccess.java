package dev.ensuregsis.local.internal.lag;

import dev.ensuregsis.local.IndexLag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.dynamodb.services.local.shared.access.LocalDBAccess;
import software.amazon.dynamodb.services.local.shared.access.QueryResponseInfo;
import software.amazon.dynamodb.services.local.shared.model.AttributeValue;
import software.amazon.dynamodb.services.local.shared.model.Condition;

/**
 * Writes to one copy of the tables at once, and to a second one later; what reads a global secondary index reads the second.
 * There is no timer: what is due is brought over by the next who writes, or reads an index. Thread-safe.
 *
 * <p>After a write, the item is read again under {@link #lock} and stands in the backlog as it is then, so that the last
 * image of an item is the last, whichever of two writers comes first. A transaction does so after its commit: until then it
 * keeps all others off the first copy, who may hold the lock.
 */
public final class LaggingAccess extends ForwardingAccess implements IndexLag {
    private static final @Nullable StreamSpecification NO_STREAM = null;

    private final IndexCopy indexes;
    private final Object lock = new Object();
    private final Backlog backlog;

    /** The transaction that is open. There is one at most: it keeps others from beginning. */
    private volatile @Nullable Transaction open;

    private record Transaction(Thread owner, List<ItemKey> written) {}

    /**
     * Two empty copies.
     *
     * @param tables the one that all but global secondary indexes is read from
     * @param indexes the one that is behind
     * @param lag how far
     * @param nanoTime the time, as {@link System#nanoTime()} gives it
     */
    public LaggingAccess(LocalDBAccess tables, LocalDBAccess indexes, Duration lag, LongSupplier nanoTime) {
        super(tables);
        this.indexes = new IndexCopy(indexes);
        this.backlog = new Backlog(nanoTime, nanos(lag));
    }

    private static long nanos(Duration lag) {
        var longest = Duration.ofNanos(Long.MAX_VALUE);
        return lag.compareTo(longest) < 0 ? lag.toNanos() : Long.MAX_VALUE;
    }

    @Override
    public void hold() {
        synchronized (lock) {
            indexes.take(backlog.takeDue());
            backlog.hold();
        }
    }

    @Override
    public void catchUp() {
        synchronized (lock) {
            indexes.take(backlog.takeAll());
        }
    }

    @Override
    public void release() {
        synchronized (lock) {
            backlog.release();
            indexes.take(backlog.takeDue());
        }
    }

    @Override
    public void putRecord(
            String table,
            Map<String, AttributeValue> item,
            AttributeValue hashKey,
            AttributeValue rangeKey,
            boolean isUpdate) {
        super.putRecord(table, item, hashKey, rangeKey, isUpdate);
        written(ItemKey.of(getTableInfo(table), item));
    }

    @Override
    public boolean deleteRecord(String table, Map<String, AttributeValue> key, boolean bySystem) {
        var deleted = super.deleteRecord(table, key, bySystem);
        if (deleted) {
            written(ItemKey.of(getTableInfo(table), key));
        }
        return deleted;
    }

    private void written(ItemKey key) {
        var transaction = open;
        if (transaction != null && transaction.owner == Thread.currentThread()) {
            transaction.written.add(key);
        } else {
            noteAll(List.of(key));
        }
    }

    private void noteAll(List<ItemKey> keys) {
        synchronized (lock) {
            keys.forEach(key -> backlog.add(new ItemImage(key, getRecord(key.table(), key.attributes()))));
            indexes.take(backlog.takeDue());
        }
    }

    @Override
    public byte[] beginTransaction(String token) {
        var signatureOfAnEarlierOne = super.beginTransaction(token);
        open = new Transaction(Thread.currentThread(), new ArrayList<>());
        return signatureOfAnEarlierOne;
    }

    @Override
    public void commitTransaction(String token, byte[] signature) {
        var committed = open;
        open = null;
        super.commitTransaction(token, signature);
        if (committed != null) {
            noteAll(committed.written);
        }
    }

    @Override
    public void rollbackTransaction() {
        open = null;
        super.rollbackTransaction();
    }

    @Override
    public QueryResponseInfo queryRecords(
            String table,
            String index,
            Map<String, Condition> conditions,
            Map<String, AttributeValue> exclusiveStartKey,
            Long limit,
            boolean ascending,
            byte[] fromHash,
            byte[] toHash,
            boolean isScan,
            boolean isGlobalIndex) {
        if (!isGlobalIndex) {
            return super.queryRecords(
                    table, index, conditions, exclusiveStartKey, limit, ascending, fromHash, toHash, isScan, false);
        }
        synchronized (lock) {
            indexes.take(backlog.takeDue());
        }
        return indexes.access()
                .queryRecords(
                        table, index, conditions, exclusiveStartKey, limit, ascending, fromHash, toHash, isScan, true);
    }

    @Override
    public void createTable(
            String table,
            AttributeDefinition hashKey,
            AttributeDefinition rangeKey,
            List<AttributeDefinition> attributes,
            List<LocalSecondaryIndex> localIndexes,
            List<GlobalSecondaryIndex> globalIndexes,
            ProvisionedThroughput throughput,
            OnDemandThroughput onDemandThroughput,
            BillingMode billingMode,
            Boolean deletionProtection,
            StreamSpecification stream) {
        super.createTable(
                table,
                hashKey,
                rangeKey,
                attributes,
                localIndexes,
                globalIndexes,
                throughput,
                onDemandThroughput,
                billingMode,
                deletionProtection,
                stream);
        synchronized (lock) {
            indexes.access()
                    .createTable(
                            table,
                            hashKey,
                            rangeKey,
                            attributes,
                            localIndexes,
                            globalIndexes,
                            throughput,
                            onDemandThroughput,
                            billingMode,
                            deletionProtection,
                            NO_STREAM);
        }
    }

    @Override
    public void updateTable(
            String table,
            ProvisionedThroughput throughput,
            OnDemandThroughput onDemandThroughput,
            BillingMode billingMode,
            long onDemandSince,
            List<AttributeDefinition> attributes,
            List<GlobalSecondaryIndexDescription> globalIndexes,
            Boolean deletionProtection,
            StreamSpecification stream) {
        super.updateTable(
                table,
                throughput,
                onDemandThroughput,
                billingMode,
                onDemandSince,
                attributes,
                globalIndexes,
                deletionProtection,
                stream);
        synchronized (lock) {
            indexes.access()
                    .updateTable(
                            table,
                            throughput,
                            onDemandThroughput,
                            billingMode,
                            onDemandSince,
                            attributes,
                            globalIndexes,
                            deletionProtection,
                            NO_STREAM);
        }
    }

    /** What waits for the indexes of this table never reaches those of a new one of its name. */
    @Override
    public void deleteTable(String table) {
        super.deleteTable(table);
        synchronized (lock) {
            backlog.takeAll(table);
            indexes.access().deleteTable(table);
        }
    }

    @Override
    public void createGSIColumns(String table, String index) {
        super.createGSIColumns(table, index);
        synchronized (lock) {
            indexes.access().createGSIColumns(table, index);
        }
    }

    /**
     * DynamoDB Local's backfill dies at an item whose new key can be none. Where the table has no such item, but the indexes
     * still do, they give it up before its time: else the index would never be ACTIVE.
     */
    @Override
    public void backfillGSI(String table, String index) {
        super.backfillGSI(table, index);
        synchronized (lock) {
            try {
                indexes.access().backfillGSI(table, index);
            } catch (RuntimeException e) {
                indexes.take(backlog.takeAll(table));
                indexes.access().backfillGSI(table, index);
            }
        }
    }

    @Override
    public void deleteGSI(String table, String index) {
        super.deleteGSI(table, index);
        synchronized (lock) {
            indexes.access().deleteGSI(table, index);
        }
    }

    @Override
    public void close() {
        try {
            super.close();
        } finally {
            indexes.access().close();
        }
    }
}
