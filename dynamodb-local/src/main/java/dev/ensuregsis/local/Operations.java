package dev.ensuregsis.local;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.*;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The operations of DynamoDB and of its streams that DynamoDB Local knows, by the targets that requests name. */
final class Operations {
    private static final String TABLES = "DynamoDB_20120810.";
    private static final String STREAMS = "DynamoDBStreams_20120810.";

    private final Map<String, Operation<?>> byTarget = new HashMap<>();

    Operations() {
        changingTables();
        onTables();
        onItems();
        onStreams();
    }

    private void changingTables() {
        change("CreateTable", CreateTableRequest.class, DynamoDbClient::createTable);
        change("DeleteTable", DeleteTableRequest.class, DynamoDbClient::deleteTable);
        change("UpdateTable", UpdateTableRequest.class, DynamoDbClient::updateTable);
    }

    private void onTables() {
        call("DescribeLimits", DescribeLimitsRequest.class, DynamoDbClient::describeLimits);
        call("DescribeTable", DescribeTableRequest.class, DynamoDbClient::describeTable);
        call("DescribeTimeToLive", DescribeTimeToLiveRequest.class, DynamoDbClient::describeTimeToLive);
        call("ListTables", ListTablesRequest.class, DynamoDbClient::listTables);
        call("ListTagsOfResource", ListTagsOfResourceRequest.class, DynamoDbClient::listTagsOfResource);
        call("TagResource", TagResourceRequest.class, DynamoDbClient::tagResource);
        call("UntagResource", UntagResourceRequest.class, DynamoDbClient::untagResource);
        call("UpdateTimeToLive", UpdateTimeToLiveRequest.class, DynamoDbClient::updateTimeToLive);
    }

    private void onItems() {
        call("BatchExecuteStatement", BatchExecuteStatementRequest.class, DynamoDbClient::batchExecuteStatement);
        call("BatchGetItem", BatchGetItemRequest.class, DynamoDbClient::batchGetItem);
        call("BatchWriteItem", BatchWriteItemRequest.class, DynamoDbClient::batchWriteItem);
        call("DeleteItem", DeleteItemRequest.class, DynamoDbClient::deleteItem);
        call("ExecuteStatement", ExecuteStatementRequest.class, DynamoDbClient::executeStatement);
        call("ExecuteTransaction", ExecuteTransactionRequest.class, DynamoDbClient::executeTransaction);
        call("GetItem", GetItemRequest.class, DynamoDbClient::getItem);
        call("PutItem", PutItemRequest.class, DynamoDbClient::putItem);
        call("Query", QueryRequest.class, DynamoDbClient::query);
        call("Scan", ScanRequest.class, DynamoDbClient::scan);
        call("TransactGetItems", TransactGetItemsRequest.class, DynamoDbClient::transactGetItems);
        call("TransactWriteItems", TransactWriteItemsRequest.class, DynamoDbClient::transactWriteItems);
        call("UpdateItem", UpdateItemRequest.class, DynamoDbClient::updateItem);
    }

    private void onStreams() {
        stream("DescribeStream", DescribeStreamRequest.class, DynamoDbStreamsClient::describeStream);
        stream("GetRecords", GetRecordsRequest.class, DynamoDbStreamsClient::getRecords);
        stream("GetShardIterator", GetShardIteratorRequest.class, DynamoDbStreamsClient::getShardIterator);
        stream("ListStreams", ListStreamsRequest.class, DynamoDbStreamsClient::listStreams);
    }

    private <Q, A> void change(String name, Class<Q> request, BiFunction<DynamoDbClient, Q, A> call) {
        byTarget.put(
                TABLES + name,
                new Operation<>(
                        request, (database, asked) -> database.changeTable(client -> call.apply(client, asked))));
    }

    private <Q, A> void call(String name, Class<Q> request, BiFunction<DynamoDbClient, Q, A> call) {
        byTarget.put(
                TABLES + name, new Operation<>(request, (database, asked) -> call.apply(database.client(), asked)));
    }

    private <Q, A> void stream(String name, Class<Q> request, BiFunction<DynamoDbStreamsClient, Q, A> call) {
        byTarget.put(
                STREAMS + name, new Operation<>(request, (database, asked) -> call.apply(database.streams(), asked)));
    }

    /** The operation of a request; empty if DynamoDB Local has none of this name. */
    Optional<Operation<?>> find(@Nullable String target) {
        return Optional.ofNullable(target).map(byTarget::get);
    }

    /**
     * One operation.
     *
     * @param request what its request is read as
     * @param carriedOut what a database answers
     */
    record Operation<Q>(Class<Q> request, BiFunction<InProcessDatabase, Q, ?> carriedOut) {}
}
