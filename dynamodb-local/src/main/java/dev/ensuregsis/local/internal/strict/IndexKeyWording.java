package dev.ensuregsis.local.internal.strict;

import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Which attribute is no key of which index, and why: DynamoDB Local says that something is wrong. */
final class IndexKeyWording implements Wording {

    /** What DynamoDB Local says. */
    static final Set<String> LOCAL = Set.of(
            "Invalid attribute value type",
            "One or more parameter values were invalid: Type mismatch for Index Key",
            "One or more parameter values were invalid: Size limit exceeded");

    @Override
    public Optional<Refusal> of(DynamoDbRequest request, LocalRefusal local, LiveTables tables) {
        return LOCAL.contains(local.message())
                ? message(request, new IndexKeyMisfits(tables))
                        .map(message -> new Refusal.Invalid(local.after(message)))
                : Optional.empty();
    }

    private static Optional<String> message(DynamoDbRequest request, IndexKeyMisfits misfits) {
        if (request instanceof PutItemRequest put) {
            return misfits.ofPut(put.tableName(), put.item());
        }
        if (request instanceof UpdateItemRequest update) {
            return misfits.ofUpdate(
                    update.tableName(),
                    update.updateExpression(),
                    update.expressionAttributeNames(),
                    update.expressionAttributeValues());
        }
        if (request instanceof BatchWriteItemRequest batch) {
            return batch.requestItems().entrySet().stream()
                    .flatMap(table -> table.getValue().stream()
                            .filter(write -> write.putRequest() != null)
                            .flatMap(write -> misfits
                                    .ofPut(table.getKey(), write.putRequest().item())
                                    .stream()))
                    .findFirst();
        }
        return Optional.empty();
    }
}
