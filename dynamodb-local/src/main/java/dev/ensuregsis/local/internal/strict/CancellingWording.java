package dev.ensuregsis.local.internal.strict;

import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** What is wrong with one item cancels a transaction on AWS; DynamoDB Local refuses the whole request. */
final class CancellingWording implements Wording {

    /** What DynamoDB Local says of a key that has other attributes than the table's. */
    private static final Set<String> LOCAL_KEY_MISMATCH =
            Set.of("The number of conditions on the keys is invalid", "One of the required keys was not given a value");

    @Override
    public Optional<Refusal> of(DynamoDbRequest request, LocalRefusal local, LiveTables tables) {
        return IndexKeyWording.LOCAL.contains(local.message()) || LOCAL_KEY_MISMATCH.contains(local.message())
                ? TransactionReasons.of(request, tables).map(Refusal.Cancelled::new)
                : Optional.empty();
    }
}
