package dev.ensuregsis.engine.internal.control;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.LocalIndexDefinition;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.spi.LiveBesides;
import dev.ensuregsis.engine.spi.LiveBesides.LiveVectorIndex;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveReplica;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * What DescribeTable answers, without the SDK's types. Every field of the SDK can be null: what an emulator leaves out gets
 * the API's default, what has none is unknown, and what has no name is left out.
 */
final class FromSdk {
    private static final String ACTIVE = "ACTIVE";
    private static final String UNNAMED_REGION = "a region without a name";

    private FromSdk() {}

    /** The name that was asked for is the table's, whatever the answer says. */
    static LiveTable table(String tableName, TableDescription table) {
        var billing = table.billingModeSummary();
        // DynamoDB leaves the summary out where a table has always been provisioned.
        var onDemand = billing != null && BillingMode.PAY_PER_REQUEST.name().equals(billing.billingModeAsString());
        return new LiveTable(
                tableName,
                table.tableArn(),
                tableStatus(table.tableStatusAsString()),
                keySchema(table.keySchema()),
                attributeTypes(table.attributeDefinitions()),
                onDemand ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED,
                onDemand ? null : throughput(table.provisionedThroughput()),
                table.globalSecondaryIndexes().stream()
                        .filter(index -> index.indexName() != null)
                        .map(index -> index(index, onDemand))
                        .toList(),
                table.replicas().stream().map(FromSdk::replica).toList(),
                orZero(table.itemCount()),
                orZero(table.tableSizeBytes()),
                new LiveBesides(localIndexes(table), vectorIndexes(table)));
    }

    /** One whose shape isn't told whole is left out. */
    private static List<LocalIndexDefinition> localIndexes(TableDescription table) {
        return table.localSecondaryIndexes().stream()
                .<LocalIndexDefinition>mapMulti((index, out) -> {
                    var keys = keySchema(index.keySchema());
                    var projection = projection(index.projection());
                    if (index.indexName() != null && keys != null && projection != null) {
                        out.accept(new LocalIndexDefinition(index.indexName(), keys, projection));
                    }
                })
                .toList();
    }

    /** Asked for by name first: an SDK from before there were any, which may be the user's, has no such method. */
    private static List<LiveVectorIndex> vectorIndexes(TableDescription table) {
        return table.getValueForField("VectorIndexes", Object.class).isPresent() ? told(table) : List.of();
    }

    private static List<LiveVectorIndex> told(TableDescription table) {
        return table.vectorIndexes().stream()
                .filter(index -> index.indexName() != null)
                .map(index -> new LiveVectorIndex(index.indexName(), indexStatus(index.indexStatusAsString())))
                .toList();
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
        var status = Objects.requireNonNullElse(replica.replicaStatusAsString(), ACTIVE);
        var indexes = new HashMap<String, IndexStatus>();
        replica.globalSecondaryIndexes().stream()
                .filter(index -> index.indexName() != null)
                .forEach(index ->
                        indexes.put(index.indexName(), status.equals(ACTIVE) ? IndexStatus.ACTIVE : IndexStatus.OTHER));
        return new LiveReplica(Objects.requireNonNullElse(replica.regionName(), UNNAMED_REGION), status, indexes);
    }

    /** Null if it isn't told whole, or is none that this version knows: then it differs from nothing. */
    private static @Nullable KeySchema keySchema(List<KeySchemaElement> elements) {
        try {
            return elements.stream().allMatch(FromSdk::isWhole)
                    ? new KeySchema(names(elements, KeyType.HASH), names(elements, KeyType.RANGE))
                    : null;
        } catch (IllegalArgumentException noKeyThatIsKnown) {
            return null;
        }
    }

    private static boolean isWhole(KeySchemaElement element) {
        return element.attributeName() != null
                && (element.keyType() == KeyType.HASH || element.keyType() == KeyType.RANGE);
    }

    private static List<String> names(List<KeySchemaElement> elements, KeyType type) {
        return elements.stream()
                .filter(element -> element.keyType() == type)
                .map(KeySchemaElement::attributeName)
                .toList();
    }

    /** A type that isn't told, or is none that this version knows, is left out: it differs from nothing. */
    private static Map<String, AttributeType> attributeTypes(List<AttributeDefinition> attributes) {
        var types = new HashMap<String, AttributeType>();
        for (var attribute : attributes) {
            Stream.of(AttributeType.values())
                    .filter(type -> type.name().equals(attribute.attributeTypeAsString()))
                    .filter(type -> attribute.attributeName() != null)
                    .forEach(type -> types.put(attribute.attributeName(), type));
        }
        return types;
    }

    /** Null if it isn't told whole, or is none that this version knows: then it differs from nothing. */
    private static @Nullable Projection projection(
            software.amazon.awssdk.services.dynamodb.model.@Nullable Projection projection) {
        if (projection == null || projection.projectionType() == null) {
            return null;
        }
        return switch (projection.projectionType()) {
            case ALL -> Projection.ALL;
            case KEYS_ONLY -> Projection.KEYS_ONLY;
            case INCLUDE -> include(projection.nonKeyAttributes());
            case UNKNOWN_TO_SDK_VERSION -> null;
        };
    }

    private static @Nullable Projection include(List<String> nonKeyAttributes) {
        try {
            return new Projection.Include(nonKeyAttributes);
        } catch (IllegalArgumentException notTheWholeList) {
            return null;
        }
    }

    private static @Nullable Throughput throughput(@Nullable ProvisionedThroughputDescription throughput) {
        return throughput == null || throughput.readCapacityUnits() == null || throughput.writeCapacityUnits() == null
                ? null
                : new Throughput(throughput.readCapacityUnits(), throughput.writeCapacityUnits());
    }

    private static TableStatus tableStatus(@Nullable String status) {
        for (var known : TableStatus.values()) {
            if (known.name().equals(status)) {
                return known;
            }
        }
        return TableStatus.OTHER;
    }

    private static IndexStatus indexStatus(@Nullable String status) {
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
