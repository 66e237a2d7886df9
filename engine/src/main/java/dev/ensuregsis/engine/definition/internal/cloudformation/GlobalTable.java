package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.internal.document.MappingBuilder;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.shape.BeyondCreateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code AWS::DynamoDB::GlobalTable}. It is a table like any other, whose settings stand with its replica: with that of
 * the region that is meant, or with the first one. Where it is provisioned its writes are auto-scaled: it has the capacity
 * that scaling starts from, and says that it is scaled.
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

    private final Node.Mapping properties;
    private final Optional<Node.Mapping> replica;

    GlobalTable(Node.Mapping properties, @Nullable String region) {
        this.properties = properties;
        var replicas = objects(properties, "Replicas");
        this.replica = replicas.stream()
                .filter(node -> Template.text(node, "Region").equals(Optional.ofNullable(region)))
                .findFirst()
                .or(() -> replicas.stream().findFirst());
    }

    Node.Mapping asTable() {
        var table = new MappingBuilder(properties.position())
                .copy(
                        properties,
                        properties.entries().keySet().stream()
                                .filter(key -> !key.equals("Replicas") && !isCapacity(key))
                                .toArray(String[]::new))
                .put(
                        "BillingMode",
                        properties.get("BillingMode").orElse(Node.text(properties.position(), "PROVISIONED")))
                .put("ProvisionedThroughput", throughput(properties, replica));
        replica.ifPresent(settings -> table.copy(settings, SETTINGS_OF_THE_REPLICA));
        if (properties.get("GlobalSecondaryIndexes").orElse(null) instanceof Node.Sequence list) {
            table.put(
                    "GlobalSecondaryIndexes",
                    list.items().stream().map(this::index).toList());
        }
        return table.build();
    }

    List<TableCreation.Beyond> beyondCreateTable() {
        var beyond = new ArrayList<TableCreation.Beyond>();
        if (!isOnDemand()) {
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
                || replica.filter(settings -> settings.has("ReadOnDemandThroughputSettings"))
                        .isPresent()) {
            beyond.add(BeyondCreateTable.unknown("on-demand maximum throughput of a global table"));
        }
        replica.filter(settings -> settings.has("SSESpecification"))
                .ifPresent(settings -> beyond.add(BeyondCreateTable.unknown("the encryption key of a replica")));
        return beyond;
    }

    private boolean isOnDemand() {
        return Template.text(properties, "BillingMode").equals(Optional.of("PAY_PER_REQUEST"));
    }

    private Node index(Node node) {
        if (!(node instanceof Node.Mapping index)) {
            return node;
        }
        var ofReplica = replica.stream()
                .flatMap(settings -> objects(settings, "GlobalSecondaryIndexes").stream())
                .filter(settings -> Template.text(settings, "IndexName").equals(Template.text(index, "IndexName")))
                .findFirst();
        return new MappingBuilder(index.position())
                .copy(
                        index,
                        index.entries().keySet().stream()
                                .filter(key -> !isCapacity(key))
                                .toArray(String[]::new))
                .put("ProvisionedThroughput", throughput(index, ofReplica))
                .build();
    }

    /** Writes are set for all regions, reads for each replica; an index of which either is left out has the table's. */
    private Optional<Node> throughput(Node.Mapping owner, Optional<Node.Mapping> ofReplica) {
        var write = settings(owner, "WriteProvisionedThroughputSettings")
                .flatMap(settings -> settings(settings, "WriteCapacityAutoScalingSettings"))
                .flatMap(GlobalTable::start);
        var read = ofReplica
                .flatMap(replicated -> settings(replicated, "ReadProvisionedThroughputSettings"))
                .flatMap(settings -> settings.get("ReadCapacityUnits")
                        .or(() -> settings(settings, "ReadCapacityAutoScalingSettings")
                                .flatMap(GlobalTable::start)));
        return isOnDemand() || read.isEmpty() || write.isEmpty()
                ? Optional.empty()
                : Optional.of(new MappingBuilder(owner.position())
                        .put("ReadCapacityUnits", read)
                        .put("WriteCapacityUnits", write)
                        .build());
    }

    /** What scaling starts from. */
    private static Optional<Node> start(Node.Mapping scaling) {
        return scaling.get("SeedCapacity").or(() -> scaling.get("MinCapacity"));
    }

    private static Optional<Node.Mapping> settings(Node.Mapping owner, String key) {
        return owner.get(key).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
    }

    private static List<Node.Mapping> objects(Node.Mapping owner, String key) {
        return owner.get(key).orElse(null) instanceof Node.Sequence list
                ? list.items().stream()
                        .filter(Node.Mapping.class::isInstance)
                        .map(Node.Mapping.class::cast)
                        .toList()
                : List.of();
    }

    private static boolean isCapacity(String key) {
        return key.endsWith("ThroughputSettings") || key.equals("BillingMode");
    }
}
