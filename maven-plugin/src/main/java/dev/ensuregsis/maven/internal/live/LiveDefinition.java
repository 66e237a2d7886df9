package dev.ensuregsis.maven.internal.live;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.LocalIndexDefinition;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.Throughput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * The definition of a table that exists, from what DescribeTable says of it; and what of the table is not in it. Pure.
 *
 * @param table the definition
 * @param leftOut what the table has and the definition doesn't, in words
 */
public record LiveDefinition(TableDefinition table, List<String> leftOut) {

    /** Copies the list. */
    public LiveDefinition {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Makes it.
     *
     * @param live what DescribeTable says
     * @param name the name that the definition has
     * @return the definition
     */
    public static LiveDefinition of(TableDescription live, String name) {
        var leftOut = new ArrayList<String>();
        var provisioned = isProvisioned(live);
        var types = new LinkedHashMap<String, AttributeType>();
        live.attributeDefinitions()
                .forEach(attribute ->
                        types.put(attribute.attributeName(), AttributeType.valueOf(attribute.attributeTypeAsString())));
        var indexes = new ArrayList<IndexDefinition>();
        for (var index : live.globalSecondaryIndexes()) {
            if (index.indexStatus() == IndexStatus.DELETING) {
                leftOut.add("index " + index.indexName() + ", which is being deleted");
            } else {
                indexes.add(index(index, provisioned));
            }
        }
        // DynamoDB lists them in no order.
        indexes.sort(Comparator.comparing(IndexDefinition::name));
        leftOut.addAll(beside(live));
        var creation = new TableCreation(
                key(live.keySchema()),
                provisioned ? BillingMode.PROVISIONED : BillingMode.PAY_PER_REQUEST,
                capacity(provisioned ? live.provisionedThroughput() : null, live.onDemandThroughput()),
                live.localSecondaryIndexes().stream().map(LiveDefinition::local).toList(),
                settings(live),
                List.of());
        return new LiveDefinition(
                new TableDefinition(
                        name, used(types, creation, indexes), indexes, creation, Place.of(live.tableName())),
                leftOut);
    }

    /** That of a table which never was on demand isn't told. */
    private static boolean isProvisioned(TableDescription live) {
        return live.billingModeSummary() == null
                || live.billingModeSummary().billingMode()
                        == software.amazon.awssdk.services.dynamodb.model.BillingMode.PROVISIONED;
    }

    private static IndexDefinition index(GlobalSecondaryIndexDescription index, boolean provisioned) {
        return new IndexDefinition(
                index.indexName(),
                key(index.keySchema()),
                projection(index.projection()),
                capacity(provisioned ? index.provisionedThroughput() : null, index.onDemandThroughput()));
    }

    private static LocalIndexDefinition local(LocalSecondaryIndexDescription index) {
        return new LocalIndexDefinition(index.indexName(), key(index.keySchema()), projection(index.projection()));
    }

    private static KeySchema key(List<KeySchemaElement> elements) {
        var partitionKey = new ArrayList<String>();
        var sortKey = new ArrayList<String>();
        elements.forEach(
                element -> (element.keyType() == KeyType.RANGE ? sortKey : partitionKey).add(element.attributeName()));
        return new KeySchema(partitionKey, sortKey);
    }

    private static Projection projection(software.amazon.awssdk.services.dynamodb.model.Projection projection) {
        return switch (projection.projectionType()) {
            case ALL -> Projection.ALL;
            case KEYS_ONLY -> Projection.KEYS_ONLY;
            case INCLUDE -> new Projection.Include(projection.nonKeyAttributes());
            case UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException("a projection of an unknown type: " + projection);
        };
    }

    private static Capacity capacity(
            @Nullable ProvisionedThroughputDescription provisioned, @Nullable OnDemandThroughput onDemand) {
        return new Capacity(
                provisioned == null
                        ? null
                        : new Throughput(provisioned.readCapacityUnits(), provisioned.writeCapacityUnits()),
                onDemand == null || isUnlimited(onDemand)
                        ? null
                        : new Throughput(onDemand.maxReadRequestUnits(), onDemand.maxWriteRequestUnits()),
                null);
    }

    private static boolean isUnlimited(OnDemandThroughput throughput) {
        return isUnlimited(throughput.maxReadRequestUnits()) && isUnlimited(throughput.maxWriteRequestUnits());
    }

    private static boolean isUnlimited(@Nullable Long units) {
        return units == null || units < 0;
    }

    private static TableCreation.Settings settings(TableDescription live) {
        var stream = live.streamSpecification();
        var sse = live.sseDescription();
        var tableClass = live.tableClassSummary();
        return new TableCreation.Settings(
                stream == null || !Boolean.TRUE.equals(stream.streamEnabled()) ? null : stream.streamViewTypeAsString(),
                sse == null || (sse.status() != SSEStatus.ENABLED && sse.status() != SSEStatus.UPDATING)
                        ? null
                        : new TableCreation.Encryption(sse.sseTypeAsString(), sse.kmsMasterKeyArn()),
                tableClass == null ? null : tableClass.tableClassAsString(),
                Boolean.TRUE.equals(live.deletionProtectionEnabled()),
                Map.of());
    }

    /** What the definition could have or ask for, and DescribeTable tells. */
    private static List<String> beside(TableDescription live) {
        var beside = new ArrayList<String>();
        if (!live.replicas().isEmpty()) {
            beside.add("replicas in "
                    + String.join(
                            ", ",
                            live.replicas().stream()
                                    .map(replica -> replica.regionName())
                                    .toList()));
        }
        return beside;
    }

    /** A table may have the types of attributes that no key uses any more. */
    private static Map<String, AttributeType> used(
            Map<String, AttributeType> types, TableCreation creation, List<IndexDefinition> indexes) {
        var used = new LinkedHashMap<>(types);
        var keys = new ArrayList<>(creation.keySchema().attributes());
        indexes.forEach(index -> keys.addAll(index.keySchema().attributes()));
        creation.localIndexes().forEach(index -> keys.addAll(index.keySchema().attributes()));
        used.keySet().retainAll(keys);
        return used;
    }
}
