package dev.ensuregsis.local.internal.strict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** Better reasons for a transaction that DynamoDB Local cancels too, where they are of the same kind. */
final class CancelledWording implements Wording {

    @Override
    public Optional<Refusal> of(DynamoDbRequest request, LocalRefusal local, LiveTables tables) {
        return local.code().equals("TransactionCanceledException")
                        && local.message().contains("ValidationError")
                ? TransactionReasons.of(request, tables)
                        .filter(reasons -> local.message().endsWith(codes(reasons)))
                        .map(Refusal.Cancelled::new)
                : Optional.empty();
    }

    private static String codes(List<CancellationReason> reasons) {
        return reasons.stream().map(CancellationReason::code).collect(Collectors.joining(", ", "[", "]"));
    }
}
