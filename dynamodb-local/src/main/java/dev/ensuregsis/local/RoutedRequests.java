package dev.ensuregsis.local;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.*;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.server.DynamoDBRequestHandler;

/**
 * Hands each request to the database of its access key; the region makes no difference. DynamoDB Local's own handler
 * keeps a database per key too, but never gives one back, and its threads keep the JVM alive.
 */
final class RoutedRequests extends DynamoDBRequestHandler {

    private static final int ANY_AUTHORITY = 0;

    private final Databases databases;

    RoutedRequests(Databases databases) {
        super(ANY_AUTHORITY);
        this.databases = databases;
    }

    private DynamoDbClient tables(String accessKeyId) {
        return databases.of(accessKeyId).client();
    }

    private DynamoDbStreamsClient streams(String accessKeyId) {
        return databases.of(accessKeyId).streams();
    }

    @Override
    public void shutdown() {
        databases.close();
    }

    @Override
    public CreateTableResponse createTable(String accessKeyId, String region, CreateTableRequest request) {
        return databases.of(accessKeyId).changeTable(tables -> tables.createTable(request));
    }

    @Override
    public DeleteTableResponse deleteTable(String accessKeyId, String region, DeleteTableRequest request) {
        return databases.of(accessKeyId).changeTable(tables -> tables.deleteTable(request));
    }

    @Override
    public DescribeTableResponse describeTable(String accessKeyId, String region, DescribeTableRequest request) {
        return tables(accessKeyId).describeTable(request);
    }

    @Override
    public DescribeLimitsResponse describeLimits(String accessKeyId, String region, DescribeLimitsRequest request) {
        return tables(accessKeyId).describeLimits(request);
    }

    @Override
    public ListTablesResponse listTables(String accessKeyId, String region, ListTablesRequest request) {
        return tables(accessKeyId).listTables(request);
    }

    @Override
    public UpdateTableResponse updateTable(String accessKeyId, String region, UpdateTableRequest request) {
        return databases.of(accessKeyId).changeTable(tables -> tables.updateTable(request));
    }

    @Override
    public BatchGetItemResponse batchGetItem(String accessKeyId, String region, BatchGetItemRequest request) {
        return tables(accessKeyId).batchGetItem(request);
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(String accessKeyId, String region, BatchWriteItemRequest request) {
        return tables(accessKeyId).batchWriteItem(request);
    }

    @Override
    public DeleteItemResponse deleteItem(String accessKeyId, String region, DeleteItemRequest request) {
        return tables(accessKeyId).deleteItem(request);
    }

    @Override
    public GetItemResponse getItem(String accessKeyId, String region, GetItemRequest request) {
        return tables(accessKeyId).getItem(request);
    }

    @Override
    public PutItemResponse putItem(String accessKeyId, String region, PutItemRequest request) {
        return tables(accessKeyId).putItem(request);
    }

    @Override
    public QueryResponse query(String accessKeyId, String region, QueryRequest request) {
        return tables(accessKeyId).query(request);
    }

    @Override
    public ScanResponse scan(String accessKeyId, String region, ScanRequest request) {
        return tables(accessKeyId).scan(request);
    }

    @Override
    public TransactGetItemsResponse transactGetItems(
            String accessKeyId, String region, TransactGetItemsRequest request) {
        return tables(accessKeyId).transactGetItems(request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(
            String accessKeyId, String region, TransactWriteItemsRequest request) {
        return tables(accessKeyId).transactWriteItems(request);
    }

    @Override
    public UpdateItemResponse updateItem(String accessKeyId, String region, UpdateItemRequest request) {
        return tables(accessKeyId).updateItem(request);
    }

    @Override
    public DescribeTimeToLiveResponse describeTimeToLive(
            String accessKeyId, String region, DescribeTimeToLiveRequest request) {
        return tables(accessKeyId).describeTimeToLive(request);
    }

    @Override
    public UpdateTimeToLiveResponse updateTimeToLive(
            String accessKeyId, String region, UpdateTimeToLiveRequest request) {
        return tables(accessKeyId).updateTimeToLive(request);
    }

    @Override
    public ExecuteStatementResponse executeStatement(
            String accessKeyId, String region, ExecuteStatementRequest request) {
        return tables(accessKeyId).executeStatement(request);
    }

    @Override
    public BatchExecuteStatementResponse batchExecuteStatement(
            String accessKeyId, String region, BatchExecuteStatementRequest request) {
        return tables(accessKeyId).batchExecuteStatement(request);
    }

    @Override
    public ExecuteTransactionResponse executeTransaction(
            String accessKeyId, String region, ExecuteTransactionRequest request) {
        return tables(accessKeyId).executeTransaction(request);
    }

    @Override
    public DescribeStreamResponse describeStream(String accessKeyId, String region, DescribeStreamRequest request) {
        return streams(accessKeyId).describeStream(request);
    }

    @Override
    public ListStreamsResponse listStreams(String accessKeyId, String region, ListStreamsRequest request) {
        return streams(accessKeyId).listStreams(request);
    }

    @Override
    public GetShardIteratorResponse getShardIterator(
            String accessKeyId, String region, GetShardIteratorRequest request) {
        return streams(accessKeyId).getShardIterator(request);
    }

    @Override
    public GetRecordsResponse getRecords(String accessKeyId, String region, GetRecordsRequest request) {
        return streams(accessKeyId).getRecords(request);
    }

    @Override
    public ListTagsOfResourceResponse listTagsOfResource(
            String accessKeyId, String region, ListTagsOfResourceRequest request) {
        return tables(accessKeyId).listTagsOfResource(request);
    }

    @Override
    public TagResourceResponse tagResource(String accessKeyId, String region, TagResourceRequest request) {
        return tables(accessKeyId).tagResource(request);
    }

    @Override
    public UntagResourceResponse untagResource(String accessKeyId, String region, UntagResourceRequest request) {
        return tables(accessKeyId).untagResource(request);
    }
}
