package dev.ensuregsis.local.internal.strict;

import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.*;

/** Sends every operation that DynamoDB Local has through one method. */
abstract class ForwardingClient implements DynamoDbClient {
    private final DynamoDbClient client;

    ForwardingClient(DynamoDbClient client) {
        this.client = client;
    }

    /** Has a request done. */
    abstract <Q extends DynamoDbRequest, A> A forward(Q request, Function<Q, A> operation);

    @Override
    public final String serviceName() {
        return client.serviceName();
    }

    @Override
    public final void close() {
        client.close();
    }

    @Override
    public final CreateTableResponse createTable(CreateTableRequest request) {
        return forward(request, client::createTable);
    }

    @Override
    public final DeleteTableResponse deleteTable(DeleteTableRequest request) {
        return forward(request, client::deleteTable);
    }

    @Override
    public final DescribeTableResponse describeTable(DescribeTableRequest request) {
        return forward(request, client::describeTable);
    }

    @Override
    public final DescribeLimitsResponse describeLimits(DescribeLimitsRequest request) {
        return forward(request, client::describeLimits);
    }

    @Override
    public final ListTablesResponse listTables(ListTablesRequest request) {
        return forward(request, client::listTables);
    }

    @Override
    public final UpdateTableResponse updateTable(UpdateTableRequest request) {
        return forward(request, client::updateTable);
    }

    @Override
    public final BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return forward(request, client::batchGetItem);
    }

    @Override
    public final BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        return forward(request, client::batchWriteItem);
    }

    @Override
    public final DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return forward(request, client::deleteItem);
    }

    @Override
    public final GetItemResponse getItem(GetItemRequest request) {
        return forward(request, client::getItem);
    }

    @Override
    public final PutItemResponse putItem(PutItemRequest request) {
        return forward(request, client::putItem);
    }

    @Override
    public final QueryResponse query(QueryRequest request) {
        return forward(request, client::query);
    }

    @Override
    public final ScanResponse scan(ScanRequest request) {
        return forward(request, client::scan);
    }

    @Override
    public final TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
        return forward(request, client::transactGetItems);
    }

    @Override
    public final TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return forward(request, client::transactWriteItems);
    }

    @Override
    public final UpdateItemResponse updateItem(UpdateItemRequest request) {
        return forward(request, client::updateItem);
    }

    @Override
    public final DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest request) {
        return forward(request, client::describeTimeToLive);
    }

    @Override
    public final UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request) {
        return forward(request, client::updateTimeToLive);
    }

    @Override
    public final ExecuteStatementResponse executeStatement(ExecuteStatementRequest request) {
        return forward(request, client::executeStatement);
    }

    @Override
    public final BatchExecuteStatementResponse batchExecuteStatement(BatchExecuteStatementRequest request) {
        return forward(request, client::batchExecuteStatement);
    }

    @Override
    public final ExecuteTransactionResponse executeTransaction(ExecuteTransactionRequest request) {
        return forward(request, client::executeTransaction);
    }

    @Override
    public final ListTagsOfResourceResponse listTagsOfResource(ListTagsOfResourceRequest request) {
        return forward(request, client::listTagsOfResource);
    }

    @Override
    public final TagResourceResponse tagResource(TagResourceRequest request) {
        return forward(request, client::tagResource);
    }

    @Override
    public final UntagResourceResponse untagResource(UntagResourceRequest request) {
        return forward(request, client::untagResource);
    }
}
