package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.internal.document.MappingBuilder;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.shape.BeyondCreateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code AWS::DynamoDB::GlobalTable}. With one replica it is a table like any other, whose settings stand with the
 * replica. Its capacity is auto-scaled, which CreateTable can't carry: the table is read as on-demand, and says so.
 */
final class GlobalTable {
    private static final String[] SETTINGS_OF_THE_REPLICA = {
        "TableClass",
        "DeletionProtectionEnabled",
        "Tags",
        "PointInTimeRecoverySpecification",
        "ContributorInsightsSpecification",
        "KinesisStreamSpecification",
        "ResourcePolicy"
    };

    private GlobalTable() {}

    static Node.Mapping asTable(Node.Mapping properties) {
        var table = new MappingBuilder(properties.position())
                .copy(
                        properties,
                        properties.entries().keySet().stream()
                                .filter(key -> !key.equals("Replicas") && !isCapacity(key))
                                .toArray(String[]::new))
                .put("BillingMode", "PAY_PER_REQUEST");
        replica(properties).ifPresent(replica -> table.copy(replica, SETTINGS_OF_THE_REPLICA));
        if (properties.get("GlobalSecondaryIndexes").orElse(null) instanceof Node.Sequence list) {
            table.put(
                    "GlobalSecondaryIndexes",
                    list.items().stream().map(GlobalTable::withoutCapacity).toList());
        }
        return table.build();
    }

    static List<String> beyondCreateTable(Node.Mapping properties) {
        var beyond = new ArrayList<String>();
        if (!isOnDemand(properties)) {
            beyond.add(BeyondCreateTable.AUTO_SCALING);
        }
        if (properties
                .get("Replicas")
                .filter(node ->
                        node instanceof Node.Sequence list && list.items().size() <= 1)
                .isEmpty()) {
            beyond.add(BeyondCreateTable.REPLICAS);
        }
        if (properties.has("WriteOnDemandThroughputSettings")
                || replica(properties)
                        .filter(replica -> replica.has("ReadOnDemandThroughputSettings"))
                        .isPresent()) {
            beyond.add("on-demand maximum throughput of a global table: the tool that owns the table");
        }
        replica(properties)
                .filter(replica -> replica.has("SSESpecification"))
                .ifPresent(replica -> beyond.add("the encryption key of a replica: the tool that owns the table"));
        return beyond;
    }

    private static boolean isOnDemand(Node.Mapping properties) {
        return Template.text(properties, "BillingMode").equals(Optional.of("PAY_PER_REQUEST"));
    }

    private static Optional<Node.Mapping> replica(Node.Mapping properties) {
        return properties
                .get("Replicas")
                .flatMap(node -> node instanceof Node.Sequence list
                                && !list.items().isEmpty()
                                && list.items().get(0) instanceof Node.Mapping replica
                        ? Optional.of(replica)
                        : Optional.empty());
    }

    private static Node withoutCapacity(Node node) {
        return node instanceof Node.Mapping index
                ? new MappingBuilder(index.position())
                        .copy(
                                index,
                                index.entries().keySet().stream()
                                        .filter(key -> !isCapacity(key))
                                        .toArray(String[]::new))
                        .build()
                : node;
    }

    private static boolean isCapacity(String key) {
        return key.endsWith("ThroughputSettings") || key.equals("BillingMode");
    }
}
