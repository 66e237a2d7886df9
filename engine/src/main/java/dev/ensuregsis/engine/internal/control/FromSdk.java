package dev.ensuregsis.engine.internal.control;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveReplica;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** What DescribeTable answers, without the SDK's types. What an emulator leaves out gets the API's default. */
final class FromSdk {
    private FromSdk() {}

    static LiveTable table(TableDescription table) {
        var billing = table.billingModeSummary();
        // DynamoDB leaves the summary out where a table has always been provisioned.
        var onDemand = billing != null && BillingMode.PAY_PER_REQUEST.name().equals(billing.billingModeAsString());
        return new LiveTable(
                table.tableName(),
                table.tableArn(),
                tableStatus(table.tableStatusAsString()),
                keySchema(table.keySchema()),
                attributeTypes(table.attributeDefinitions()),
                onDemand ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED,
                onDemand ? null : throughput(table.provisionedThroughput()),
                table.globalSecondaryIndexes().stream()
                        .map(index -> index(index, onDemand))
                        .toList(),
                table.replicas().stream().map(FromSdk::replica).toList(),
                orZero(table.itemCount()),
                orZero(table.tableSizeBytes()));
    }

    private static LiveIndex index(GlobalSecondaryIndexDescription index, boolean onDemand) {
        return new LiveIndex(
                index.indexName(),
                indexStatus(index.indexStatusAsString()),
                Boolean.TRUE.equals(index.backfilling()),
                keySchema(index.keySchema()),
                projection(index.projection()),
                onDemand ? null : throughput(index.provisionedThroughput()),
                orZero(index.itemCount()),
                orZero(index.indexSizeBytes()));
    }

    /** A replica's indexes have no status of their own in this API: they are done when the replica is. */
    private static LiveReplica replica(ReplicaDescription replica) {
        var status = Objects.requireNonNullElse(replica.replicaStatusAsString(), "ACTIVE");
        var indexes = new HashMap<String, IndexStatus>();
        replica.globalSecondaryIndexes()
                .forEach(index -> indexes.put(
                        index.indexName(), status.equals("ACTIVE") ? IndexStatus.ACTIVE : IndexStatus.OTHER));
        return new LiveReplica(replica.regionName(), status, indexes);
    }

    private static KeySchema keySchema(List<KeySchemaElement> elements) {
        return new KeySchema(names(elements, KeyType.HASH), names(elements, KeyType.RANGE));
    }

    private static List<String> names(List<KeySchemaElement> elements, KeyType type) {
        return elements.stream()
                .filter(element -> element.keyType() == type)
                .map(KeySchemaElement::attributeName)
                .toList();
    }

    private static Map<String, AttributeType> attributeTypes(List<AttributeDefinition> attributes) {
        var types = new HashMap<String, AttributeType>();
        attributes.forEach(attribute ->
                types.put(attribute.attributeName(), AttributeType.valueOf(attribute.attributeTypeAsString())));
        return types;
    }

    private static Projection projection(
            software.amazon.awssdk.services.dynamodb.model.@Nullable Projection projection) {
        if (projection == null) {
            return Projection.ALL;
        }
        return switch (projection.projectionTypeAsString()) {
            case "INCLUDE" -> new Projection.Include(projection.nonKeyAttributes());
            case "KEYS_ONLY" -> Projection.KEYS_ONLY;
            default -> Projection.ALL;
        };
    }

    private static @Nullable Throughput throughput(@Nullable ProvisionedThroughputDescription throughput) {
        return throughput == null
                ? null
                : new Throughput(throughput.readCapacityUnits(), throughput.writeCapacityUnits());
    }

    private static TableStatus tableStatus(String status) {
        for (var known : TableStatus.values()) {
            if (known.name().equals(status)) {
                return known;
            }
        }
        return TableStatus.OTHER;
    }

    private static IndexStatus indexStatus(String status) {
        for (var known : IndexStatus.values()) {
            if (known.name().equals(status)) {
                return known;
            }
        }
        return IndexStatus.OTHER;
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
