package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.LocalIndexDefinition;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table as it will be when an index of it is gone, and whether the index can be made on that as it is defined: what the
 * old one alone held, attribute types and projected attributes, goes with it. Pure.
 */
final class Replacement {
    /** Over all indexes of a table; INCLUDE only, repeats counted. Source: DynamoDB quotas. */
    private static final int PROJECTED_ATTRIBUTES = 100;

    private Replacement() {}

    /** Why DynamoDB would refuse the defined index when the live one is gone; empty if nothing is known to stand against it. */
    static Optional<Failure> objection(TableDefinition desired, IndexDefinition index, LiveTable table) {
        var after = without(table, index.name());
        return Requests.objection(desired, index, after)
                .or(() -> projections(index, after))
                .or(() -> capacity(desired, index, after));
    }

    /** The table without an index, and without the attribute types that nothing else uses. */
    static LiveTable without(LiveTable table, String indexName) {
        var left = table.indexes().stream()
                .filter(index -> !index.name().equals(indexName))
                .toList();
        return new LiveTable(
                table.name(),
                table.arn(),
                table.status(),
                table.keySchema(),
                typesUsed(table, left),
                table.billingMode(),
                table.throughput(),
                left,
                table.replicas(),
                table.itemCount(),
                table.sizeBytes(),
                table.besides());
    }

    private static Map<String, AttributeType> typesUsed(LiveTable table, List<LiveIndex> left) {
        var used = new HashMap<String, AttributeType>();
        Stream.of(
                        Stream.ofNullable(table.keySchema()),
                        left.stream().map(LiveIndex::keySchema).filter(Objects::nonNull),
                        table.besides().localIndexes().stream().map(LocalIndexDefinition::keySchema))
                .flatMap(keys -> keys)
                .map(KeySchema::attributes)
                .flatMap(List::stream)
                .forEach(attribute -> Optional.ofNullable(table.attributeTypes().get(attribute))
                        .ifPresent(type -> used.put(attribute, type)));
        return used;
    }

    private static Optional<Failure> projections(IndexDefinition index, LiveTable after) {
        int added = attributes(index.projectionToCreate());
        int all = added
                + Stream.concat(
                                after.indexes().stream()
                                        .map(LiveIndex::projection)
                                        .filter(Objects::nonNull),
                                after.besides().localIndexes().stream().map(LocalIndexDefinition::projection))
                        .mapToInt(Replacement::attributes)
                        .sum();
        return added > 0 && all > PROJECTED_ATTRIBUTES
                ? Optional.of(Objections.projectionsTooMany(all))
                : Optional.empty();
    }

    private static int attributes(Projection projection) {
        return projection instanceof Projection.Include include
                ? include.nonKeyAttributes().size()
                : 0;
    }

    private static Optional<Failure> capacity(TableDefinition desired, IndexDefinition index, LiveTable after) {
        return after.billingMode() == BillingMode.PROVISIONED
                        && Requests.createIndex(desired, index, after)
                                        .index()
                                        .capacity()
                                        .provisioned()
                                == null
                ? Optional.of(Objections.noCapacityKnown())
                : Optional.empty();
    }
}
