package dev.ensuregsis.local.internal.strict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** What is wrong with the items of a transaction, as AWS tells it: a reason for each. */
final class TransactionReasons {
    private static final CancellationReason NONE =
            CancellationReason.builder().code("None").build();
    private static final String KEY_MISMATCH = "The provided key element does not match the schema";

    private TransactionReasons() {}

    /** The reasons; empty if the request is no transaction, or all of its items are as they should be. */
    static Optional<List<CancellationReason>> of(DynamoDbRequest request, LiveTables tables) {
        if (request instanceof TransactWriteItemsRequest writes) {
            return reasons(writes.transactItems().stream()
                    .map(item -> ofWrite(item, tables))
                    .toList());
        }
        if (request instanceof TransactGetItemsRequest reads) {
            return reasons(reads.transactItems().stream()
                    .map(item -> ofRead(item, tables))
                    .toList());
        }
        return Optional.empty();
    }

    private static Optional<List<CancellationReason>> reasons(List<Optional<String>> messages) {
        if (messages.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(messages.stream()
                .map(message -> message.map(TransactionReasons::invalid).orElse(NONE))
                .toList());
    }

    private static CancellationReason invalid(String message) {
        return CancellationReason.builder()
                .code("ValidationError")
                .message(message)
                .build();
    }

    private static Optional<String> ofRead(TransactGetItem item, LiveTables tables) {
        return ofKey(item.get().tableName(), item.get().key(), tables);
    }

    private static Optional<String> ofWrite(TransactWriteItem item, LiveTables tables) {
        var misfits = new IndexKeyMisfits(tables);
        if (item.put() != null) {
            return misfits.ofPut(item.put().tableName(), item.put().item());
        }
        if (item.update() != null) {
            var update = item.update();
            return ofKey(update.tableName(), update.key(), tables)
                    .or(() -> misfits.ofUpdate(
                            update.tableName(),
                            update.updateExpression(),
                            update.expressionAttributeNames(),
                            update.expressionAttributeValues()));
        }
        if (item.delete() != null) {
            return ofKey(item.delete().tableName(), item.delete().key(), tables);
        }
        return item.conditionCheck() == null
                ? Optional.empty()
                : ofKey(item.conditionCheck().tableName(), item.conditionCheck().key(), tables);
    }

    private static Optional<String> ofKey(
            @Nullable String tableName, Map<String, AttributeValue> key, LiveTables tables) {
        return Optional.ofNullable(tableName)
                .flatMap(tables::find)
                .map(table -> table.keySchema().stream()
                        .map(KeySchemaElement::attributeName)
                        .collect(Collectors.toSet()))
                .filter(names -> !names.equals(key.keySet()))
                .map(names -> KEY_MISMATCH);
    }
}
