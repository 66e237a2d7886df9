package dev.ensuregsis.local.internal.strict;

import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** What throughput a table and its indexes have to be given, or can't be given, in the billing mode that results. */
final class UpdateThroughput implements Rule {

    @Override
    public Optional<Refusal> refusal(DynamoDbRequest request, LiveTables tables) {
        if (!(request instanceof UpdateTableRequest update) || update.tableName() == null) {
            return Optional.empty();
        }
        return tables.find(update.tableName())
                .flatMap(table -> refusal(update, table))
                .map(Refusal::invalidValue);
    }

    private static Optional<String> refusal(UpdateTableRequest update, TableDescription table) {
        var before = billingMode(table);
        var after = update.billingMode() == null ? before : update.billingMode();
        return Stream.<Optional<String>>of(
                        after == BillingMode.PAY_PER_REQUEST ? onDemand(update) : provisioned(update),
                        after == before ? changedBesideAnIndex(update) : Optional.empty(),
                        after == BillingMode.PROVISIONED && after != before
                                ? switched(update, table)
                                : Optional.empty())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static BillingMode billingMode(TableDescription table) {
        return table.billingModeSummary() == null
                ? BillingMode.PROVISIONED
                : table.billingModeSummary().billingMode();
    }

    private static Optional<String> onDemand(UpdateTableRequest update) {
        if (update.provisionedThroughput() != null) {
            return Optional.of("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
                    + " PAY_PER_REQUEST");
        }
        return update.globalSecondaryIndexUpdates().stream()
                .flatMap(index -> onDemand(index).stream())
                .findFirst();
    }

    private static Optional<String> onDemand(GlobalSecondaryIndexUpdate index) {
        if (index.create() != null && index.create().provisionedThroughput() != null) {
            return Optional.of("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: "
                    + index.create().indexName() + " when BillingMode is PAY_PER_REQUEST");
        }
        if (index.update() != null && index.update().provisionedThroughput() != null) {
            return Optional.of("The only Updates for index: " + index.update().indexName()
                    + " when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, WarmThroughput");
        }
        return Optional.empty();
    }

    private static Optional<String> provisioned(UpdateTableRequest update) {
        return update.globalSecondaryIndexUpdates().stream()
                .filter(index -> index.create() != null && index.create().provisionedThroughput() == null)
                .findFirst()
                .map(index -> "Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: "
                        + index.create().indexName());
    }

    private static Optional<String> changedBesideAnIndex(UpdateTableRequest update) {
        var createsOrDeletes = update.globalSecondaryIndexUpdates().stream()
                .anyMatch(index -> index.create() != null || index.delete() != null);
        return createsOrDeletes && update.provisionedThroughput() != null
                ? Optional.of("You cannot create or delete index while updating table IOPS")
                : Optional.empty();
    }

    /** Each index needs a throughput of its own once the table is provisioned. */
    private static Optional<String> switched(UpdateTableRequest update, TableDescription table) {
        return table.globalSecondaryIndexes().stream()
                .map(GlobalSecondaryIndexDescription::indexName)
                .filter(name -> update.globalSecondaryIndexUpdates().stream()
                        .noneMatch(index -> index.update() != null
                                && name.equals(index.update().indexName())
                                && index.update().provisionedThroughput() != null))
                .findFirst()
                .map(name -> "ProvisionedThroughput must be specified for index: " + name);
    }
}
