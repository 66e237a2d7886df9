package dev.ensuregsis.local.internal.strict;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;

/** A table can't be deleted while something is done to one of its indexes. */
final class UnfinishedTable implements Rule {

    @Override
    public Optional<Refusal> refusal(DynamoDbRequest request, LiveTables tables) {
        if (!(request instanceof DeleteTableRequest delete) || delete.tableName() == null) {
            return Optional.empty();
        }
        return tables.find(delete.tableName())
                .filter(table -> table.globalSecondaryIndexes().stream()
                        .anyMatch(index -> index.indexStatus() != IndexStatus.ACTIVE))
                .map(table -> new Refusal.InUse("Attempt to change a resource which is still in use: Cannot delete"
                        + " table while indexes are being created, updated, or deleted."));
    }
}
