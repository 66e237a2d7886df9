package dev.ensuregsis.engine.internal.statetable;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** The state table itself: what it is, and how it is made. */
final class StateTableMaking {
    private static final String UNKNOWN_OPERATION = "UnknownOperationException";

    private final DynamoDbClient client;
    private final String table;

    StateTableMaking(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    TableShape describe() {
        var described = StateTableErrors.call(() -> client.describeTable(
                        request -> request.tableName(table).overrideConfiguration(StateTableErrors.ONCE)))
                .table();
        if (described == null) {
            // No table is told by an error; an answer without either says nothing.
            throw new StateTableException(
                    new StateTableFault.Passing("DescribeTable answered without a table or an error"));
        }
        return DescribedTable.shape(described);
    }

    /** On demand, guarded against deletion. Somebody else may have made it just now. */
    void create() {
        try {
            StateTableErrors.call(() -> client.createTable(request -> request.tableName(table)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .deletionProtectionEnabled(true)
                    .attributeDefinitions(attribute(Item.PARTITION), attribute(Item.SORT))
                    .keySchema(key(Item.PARTITION, KeyType.HASH), key(Item.SORT, KeyType.RANGE))
                    .overrideConfiguration(StateTableErrors.ONCE)));
        } catch (StateTableException e) {
            if (!(e.getCause() instanceof ResourceInUseException)) {
                throw e;
            }
        }
    }

    /**
     * What can be set only when it is there, and isn't yet, whoever made it: what clears old items away, and the backups where
     * there are any.
     */
    void complete() {
        if (!clearsOldItems()) {
            enableTimeToLive();
        }
        if (lacksBackups()) {
            StateTableErrors.call(() -> client.updateContinuousBackups(request -> request.tableName(table)
                    .pointInTimeRecoverySpecification(backups -> backups.pointInTimeRecoveryEnabled(true))
                    .overrideConfiguration(StateTableErrors.ONCE)));
        }
    }

    private boolean clearsOldItems() {
        var ttl = StateTableErrors.call(() -> client.describeTimeToLive(
                        request -> request.tableName(table).overrideConfiguration(StateTableErrors.ONCE)))
                .timeToLiveDescription();
        return ttl != null
                && (ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLED
                        || ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLING);
    }

    private boolean lacksBackups() {
        try {
            var told = StateTableErrors.call(() -> client.describeContinuousBackups(
                            request -> request.tableName(table).overrideConfiguration(StateTableErrors.ONCE)))
                    .continuousBackupsDescription();
            var recovery = told == null ? null : told.pointInTimeRecoveryDescription();
            return recovery == null || recovery.pointInTimeRecoveryStatus() != PointInTimeRecoveryStatus.ENABLED;
        } catch (StateTableException e) {
            if (isUnknownOperation(e.getCause())) {
                return false;
            }
            throw e;
        }
    }

    /** As DynamoDB Local answers, which has no backups. */
    private static boolean isUnknownOperation(@Nullable Throwable thrown) {
        return thrown instanceof AwsServiceException answered
                && answered.awsErrorDetails() != null
                && UNKNOWN_OPERATION.equals(answered.awsErrorDetails().errorCode());
    }

    /** Who makes the table at the same time does the same, and the second is refused. */
    private void enableTimeToLive() {
        try {
            StateTableErrors.call(() -> client.updateTimeToLive(request -> request.tableName(table)
                    .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(Item.EXPIRES))
                    .overrideConfiguration(StateTableErrors.ONCE)));
        } catch (StateTableException e) {
            if (!String.valueOf(e.getMessage()).contains("already enabled")) {
                throw e;
            }
        }
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
