package dev.ensuregsis.local.internal.strict;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** What throughput a new table can't be given in its billing mode. */
final class CreationThroughput implements Rule {

    @Override
    public Optional<Refusal> refusal(DynamoDbRequest request, LiveTables tables) {
        if (!(request instanceof CreateTableRequest create)) {
            return Optional.empty();
        }
        return create.billingMode() == BillingMode.PAY_PER_REQUEST ? onDemand(create) : provisioned(create);
    }

    private static Optional<Refusal> onDemand(CreateTableRequest create) {
        if (create.provisionedThroughput() != null) {
            return Optional.of(Refusal.invalidValue("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified"
                    + " when BillingMode is PAY_PER_REQUEST"));
        }
        return create.globalSecondaryIndexes().stream()
                .filter(index -> index.provisionedThroughput() != null)
                .findFirst()
                .map(index -> Refusal.invalidValue("ProvisionedThroughput should not be specified for index: "
                        + index.indexName() + " when BillingMode is PAY_PER_REQUEST"));
    }

    private static Optional<Refusal> provisioned(CreateTableRequest create) {
        var onDemand = create.onDemandThroughput();
        if (onDemand == null) {
            return Optional.empty();
        }
        var limit = onDemand.maxReadRequestUnits() != null ? "MaxReadRequestUnits" : "MaxWriteRequestUnits";
        return Optional.of(Refusal.invalidValue(
                limit + " for OnDemandThroughput cannot be specified when the table BillingMode is PROVISIONED"));
    }
}
