package dev.ensuregsis.local.internal.strict;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * What can't be changed in the call that creates or deletes an index. A billing mode can, and the throughput that comes with
 * it. The order is that in which AWS names one of several.
 */
final class SingleChange implements Rule {

    @Override
    public Optional<Refusal> refusal(DynamoDbRequest request, LiveTables tables) {
        if (!(request instanceof UpdateTableRequest update)) {
            return Optional.empty();
        }
        var updates = update.globalSecondaryIndexUpdates();
        var creates = updates.stream().anyMatch(index -> index.create() != null);
        if (!creates && updates.stream().allMatch(index -> index.delete() == null)) {
            return Optional.empty();
        }
        return besides(update, creates).map(Refusal::invalidValue);
    }

    private static Optional<String> besides(UpdateTableRequest update, boolean creates) {
        if (update.sseSpecification() != null) {
            return Optional.of("Server-Side Encryption modification must be the only operation in the request");
        }
        if (update.tableClass() != null) {
            return Optional.of("TableClass modification must be the only operation in the request");
        }
        if (update.deletionProtectionEnabled() != null) {
            return Optional.of("DeletionProtection modification must be the only operation in the request");
        }
        if (creates && update.warmThroughput() != null) {
            return Optional.of("Create global secondary index cannot be specified when updating WarmThroughput");
        }
        if (update.streamSpecification() != null) {
            return Optional.of("You cannot create or delete index while changing stream status");
        }
        return Optional.empty();
    }
}
