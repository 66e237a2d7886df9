package dev.ensuregsis.local.internal.lag;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.dynamodb.services.local.shared.access.ListTablesResponseInfo;
import software.amazon.dynamodb.services.local.shared.access.LocalDBAccess;
import software.amazon.dynamodb.services.local.shared.access.QueryResponseInfo;
import software.amazon.dynamodb.services.local.shared.access.ShardIterator;
import software.amazon.dynamodb.services.local.shared.access.TableInfo;
import software.amazon.dynamodb.services.local.shared.access.sqlite.TableSchemaInfo;
import software.amazon.dynamodb.services.local.shared.model.AttributeValue;
import software.amazon.dynamodb.services.local.shared.model.Condition;

/** Hands every call on. Whatever is overridden below is what lags; all else is the table's. */
abstract class ForwardingAccess implements LocalDBAccess {
    private final LocalDBAccess access;

    ForwardingAccess(LocalDBAccess access) {
        this.access = access;
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
        access.createTable(
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
    }

    @Override
    public void deleteTable(String table) {
        access.deleteTable(table);
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
        access.updateTable(
                table,
                throughput,
                onDemandThroughput,
                billingMode,
                onDemandSince,
                attributes,
                globalIndexes,
                deletionProtection,
                stream);
    }

    @Override
    public void updateTable(String table, String timeToLiveAttribute) {
        access.updateTable(table, timeToLiveAttribute);
    }

    @Override
    public Map<String, AttributeValue> getRecord(String table, Map<String, AttributeValue> key) {
        return access.getRecord(table, key);
    }

    @Override
    public boolean deleteRecord(String table, Map<String, AttributeValue> key, boolean bySystem) {
        return access.deleteRecord(table, key, bySystem);
    }

    @Override
    public void putRecord(
            String table,
            Map<String, AttributeValue> item,
            AttributeValue hashKey,
            AttributeValue rangeKey,
            boolean isUpdate) {
        access.putRecord(table, item, hashKey, rangeKey, isUpdate);
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
        return access.queryRecords(
                table, index, conditions, exclusiveStartKey, limit, ascending, fromHash, toHash, isScan, isGlobalIndex);
    }

    @Override
    public long getTableItemCount(String table) {
        return access.getTableItemCount(table);
    }

    @Override
    public long getLSIItemCount(String table, String index) {
        return access.getLSIItemCount(table, index);
    }

    @Override
    public long getGSIItemCount(String table, String index) {
        return access.getGSIItemCount(table, index);
    }

    @Override
    public TableInfo getTableInfo(String table) {
        return access.getTableInfo(table);
    }

    @Override
    public List<StreamDescription> getStreamInfo(
            String table, String stream, Integer limit, String exclusiveStartShard, String exclusiveStartStream) {
        return access.getStreamInfo(table, stream, limit, exclusiveStartShard, exclusiveStartStream);
    }

    @Override
    public List<StreamDescription> getStreamInfo(
            String table,
            String stream,
            Integer limit,
            String exclusiveStartShard,
            String exclusiveStartStream,
            String shardFilter) {
        return access.getStreamInfo(table, stream, limit, exclusiveStartShard, exclusiveStartStream, shardFilter);
    }

    @Override
    public void close() {
        access.close();
    }

    @Override
    public ListTablesResponseInfo listTables(String exclusiveStartName, Long limit) {
        return access.listTables(exclusiveStartName, limit);
    }

    @Override
    public long getTableByteSize(String table) {
        return access.getTableByteSize(table);
    }

    @Override
    public long getLSIByteSize(String table, String index) {
        return access.getLSIByteSize(table, index);
    }

    @Override
    public long getGSIByteSize(String table, String index) {
        return access.getGSIByteSize(table, index);
    }

    @Override
    public ReentrantReadWriteLock getLockForTable(String table) {
        return access.getLockForTable(table);
    }

    @Override
    public Map<String, List<GlobalSecondaryIndexDescription>> getGSIsByStatusFromAllTables(
            IndexStatus status, Boolean backfilling) {
        return access.getGSIsByStatusFromAllTables(status, backfilling);
    }

    @Override
    public Map<String, TableSchemaInfo> fetchAllTablesWithTimeToLiveEnabled() {
        return access.fetchAllTablesWithTimeToLiveEnabled();
    }

    @Override
    public void createGSIColumns(String table, String index) {
        access.createGSIColumns(table, index);
    }

    @Override
    public void backfillGSI(String table, String index) {
        access.backfillGSI(table, index);
    }

    @Override
    public void deleteGSI(String table, String index) {
        access.deleteGSI(table, index);
    }

    @Override
    public int numberOfSubscriberWideInflightOnlineCreateIndexesOperations() {
        return access.numberOfSubscriberWideInflightOnlineCreateIndexesOperations();
    }

    @Override
    public void optimizeDBBeforeStartup() {
        access.optimizeDBBeforeStartup();
    }

    @Override
    public List<Record> getStreamRecords(Integer limit, ShardIterator iterator) {
        return access.getStreamRecords(limit, iterator);
    }

    @Override
    public Long getLatestSequenceNumberForShard(String shard) {
        return access.getLatestSequenceNumberForShard(shard);
    }

    @Override
    public long getDeletionDateTimeForShard(String shard) {
        return access.getDeletionDateTimeForShard(shard);
    }

    @Override
    public Long getEarliestNonExpiredSequenceNumberForShard(String shard) {
        return access.getEarliestNonExpiredSequenceNumberForShard(shard);
    }

    @Override
    public Long getSequenceNumberStartForShard(String shard) {
        return access.getSequenceNumberStartForShard(shard);
    }

    @Override
    public boolean shardIsNotExpired(String shard) {
        return access.shardIsNotExpired(shard);
    }

    @Override
    public void dilateEventTimes(long milliseconds) {
        access.dilateEventTimes(milliseconds);
    }

    @Override
    public void findAndRolloverActiveShards(String table, long age) {
        access.findAndRolloverActiveShards(table, age);
    }

    @Override
    public byte[] beginTransaction(String token) {
        return access.beginTransaction(token);
    }

    @Override
    public void commitTransaction(String token, byte[] signature) {
        access.commitTransaction(token, signature);
    }

    @Override
    public void rollbackTransaction() {
        access.rollbackTransaction();
    }
}
