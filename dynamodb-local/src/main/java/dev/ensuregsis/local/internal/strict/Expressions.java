package dev.ensuregsis.local.internal.strict;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The expressions of a request, each with the name of its parameter. */
final class Expressions {
    private static final String CONDITION = "ConditionExpression";
    private static final String FILTER = "FilterExpression";
    private static final String PROJECTION = "ProjectionExpression";
    private static final String UPDATE = "UpdateExpression";

    private final BiConsumer<String, String> visitor;

    private Expressions(BiConsumer<String, String> visitor) {
        this.visitor = visitor;
    }

    /** Visits them in the order in which a request is read; nothing is called for one that isn't given. */
    static void visit(DynamoDbRequest request, BiConsumer<String, String> visitor) {
        new Expressions(visitor).of(request);
    }

    private void of(DynamoDbRequest request) {
        if (request instanceof PutItemRequest put) {
            give(CONDITION, put.conditionExpression());
        } else if (request instanceof GetItemRequest get) {
            give(PROJECTION, get.projectionExpression());
        } else if (request instanceof QueryRequest query) {
            give("KeyConditionExpression", query.keyConditionExpression());
            give(FILTER, query.filterExpression());
            give(PROJECTION, query.projectionExpression());
        } else if (request instanceof ScanRequest scan) {
            give(FILTER, scan.filterExpression());
            give(PROJECTION, scan.projectionExpression());
        } else if (request instanceof UpdateItemRequest update) {
            give(UPDATE, update.updateExpression());
            give(CONDITION, update.conditionExpression());
        } else if (request instanceof DeleteItemRequest delete) {
            give(CONDITION, delete.conditionExpression());
        } else if (request instanceof BatchGetItemRequest batch) {
            batch.requestItems().values().forEach(keys -> give(PROJECTION, keys.projectionExpression()));
        } else if (request instanceof TransactGetItemsRequest transaction) {
            transaction
                    .transactItems()
                    .forEach(item -> give(PROJECTION, item.get().projectionExpression()));
        } else if (request instanceof TransactWriteItemsRequest transaction) {
            transaction.transactItems().forEach(this::of);
        }
    }

    private void of(TransactWriteItem item) {
        if (item.put() != null) {
            give(CONDITION, item.put().conditionExpression());
        }
        if (item.update() != null) {
            give(UPDATE, item.update().updateExpression());
            give(CONDITION, item.update().conditionExpression());
        }
        if (item.delete() != null) {
            give(CONDITION, item.delete().conditionExpression());
        }
        if (item.conditionCheck() != null) {
            give(CONDITION, item.conditionCheck().conditionExpression());
        }
    }

    private void give(String parameter, @Nullable String expression) {
        if (expression != null) {
            visitor.accept(parameter, expression);
        }
    }
}
