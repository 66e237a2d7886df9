package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.Loopback;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The state table itself: what it is, and how it is made. */
final class StateTableMaking {
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
        return new TableShape(
                described.tableStatusAsString(),
                key(described),
                !described.replicas().isEmpty(),
                Optional.ofNullable(described.tableArn()).map(arn -> arn.split(":", -1)).stream()
                        .filter(parts -> parts.length > 4)
                        .map(parts -> parts[4])
                        .findFirst());
    }

    private static String key(TableDescription described) {
        var types = described.attributeDefinitions().stream()
                .collect(Collectors.toMap(
                        AttributeDefinition::attributeName, AttributeDefinition::attributeTypeAsString));
        return described.keySchema().stream()
                .map(key -> key.attributeName() + " (" + types.get(key.attributeName()) + ", " + key.keyTypeAsString()
                        + ")")
                .collect(Collectors.joining(", "));
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

    /** What can be set only when it is there: what clears old items away, and on real accounts the backups. */
    void complete() {
        enableTimeToLive();
        if (!isLocal()) {
            StateTableErrors.call(() -> client.updateContinuousBackups(request -> request.tableName(table)
                    .pointInTimeRecoverySpecification(backups -> backups.pointInTimeRecoveryEnabled(true))
                    .overrideConfiguration(StateTableErrors.ONCE)));
        }
    }

    /** Who made the table at the same time does the same, and the second is refused. */
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

    private boolean isLocal() {
        return client.serviceClientConfiguration()
                .endpointOverride()
                .filter(Loopback::isHostOf)
                .isPresent();
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
