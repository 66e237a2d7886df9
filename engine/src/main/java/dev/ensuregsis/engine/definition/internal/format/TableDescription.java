package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.engine.definition.internal.document.MappingBuilder;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.shape.BeyondCreateTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The request that would make a table as DescribeTable describes it: what was asked for is kept, what DynamoDB adds is
 * dropped. Warm throughput is dropped too: it is what the table has grown to.
 */
final class TableDescription {
    private static final Set<String> KEPT = Set.of(
            "AttributeDefinitions",
            "TableName",
            "KeySchema",
            "ProvisionedThroughput",
            "BillingModeSummary",
            "LocalSecondaryIndexes",
            "GlobalSecondaryIndexes",
            "StreamSpecification",
            "Replicas",
            "SSEDescription",
            "TableClassSummary",
            "DeletionProtectionEnabled",
            "OnDemandThroughput",
            "VectorIndexes");

    /** What DynamoDB says of the table and nobody asks for. */
    private static final Set<String> DROPPED = Set.of(
            "TableStatus",
            "CreationDateTime",
            "TableSizeBytes",
            "ItemCount",
            "TableArn",
            "TableId",
            "LatestStreamLabel",
            "LatestStreamArn",
            "GlobalTableVersion",
            "GlobalTableWitnesses",
            "GlobalTableSettingsReplicationMode",
            "DisassociationProtectionEnabled",
            "RestoreSummary",
            "ArchivalSummary",
            "WarmThroughput",
            "MultiRegionConsistency",
            "TableThroughputModeSummary");

    private static final Set<String> KEPT_OF_INDEX =
            Set.of("IndexName", "KeySchema", "Projection", "ProvisionedThroughput", "OnDemandThroughput");
    private static final Set<String> DROPPED_OF_INDEX =
            Set.of("IndexStatus", "Backfilling", "IndexSizeBytes", "ItemCount", "IndexArn", "WarmThroughput");

    private final Node.Mapping table;
    private final BiConsumer<Missed, Node> missed;
    private final boolean onDemand;
    private boolean isIndexLeftOut;

    /** What isn't part of the request, in words. */
    record Missed(Unread.Cause cause, String words, String because) {}

    TableDescription(Node.Mapping table, BiConsumer<Missed, Node> missed) {
        this.table = table;
        this.missed = missed;
        this.onDemand = inner("BillingModeSummary", "BillingMode")
                .filter(mode -> mode instanceof Node.Scalar text && text.text().equals("PAY_PER_REQUEST"))
                .isPresent();
    }

    Node.Mapping request() {
        unknown(table, KEPT, DROPPED);
        var request = new MappingBuilder(table.position())
                .copy(table, "KeySchema", "OnDemandThroughput", "StreamSpecification", "DeletionProtectionEnabled")
                .put("BillingMode", onDemand ? "PAY_PER_REQUEST" : "PROVISIONED")
                .put("TableClass", inner("TableClassSummary", "TableClass"));
        throughput(table, onDemand, request);
        if (table.get("SSEDescription").orElse(null) instanceof Node.Mapping sse) {
            request.put(
                    "SSESpecification",
                    new MappingBuilder(sse.position())
                            .copy(sse, "SSEType")
                            .put("KMSMasterKeyId", sse.get("KMSMasterKeyArn"))
                            .build());
        }
        var global = indexes("GlobalSecondaryIndexes", onDemand);
        var local = indexes("LocalSecondaryIndexes", true);
        return request.put("GlobalSecondaryIndexes", global)
                .put("LocalSecondaryIndexes", local)
                .put("AttributeDefinitions", attributes(global, local))
                .build();
    }

    private List<Node> indexes(String key, boolean withoutUnits) {
        var indexes = new ArrayList<Node>();
        if (table.get(key).orElse(null) instanceof Node.Sequence list) {
            for (var item : list.items()) {
                if (!(item instanceof Node.Mapping index)) {
                    indexes.add(item);
                } else if (DescribeTableFormat.text(index, "IndexStatus").equals("DELETING")) {
                    isIndexLeftOut = true;
                    missed.accept(
                            new Missed(
                                    Unread.Cause.BEING_DELETED,
                                    "index \"" + DescribeTableFormat.text(index, "IndexName") + "\"",
                                    "it is being deleted"),
                            index);
                } else {
                    indexes.add(index(index, withoutUnits));
                }
            }
        }
        return indexes;
    }

    private Node index(Node.Mapping index, boolean withoutUnits) {
        unknown(index, KEPT_OF_INDEX, DROPPED_OF_INDEX);
        var request = new MappingBuilder(index.position())
                .copy(index, "IndexName", "KeySchema", "Projection", "OnDemandThroughput");
        throughput(index, withoutUnits, request);
        return request.build();
    }

    private static void throughput(Node.Mapping from, boolean withoutUnits, MappingBuilder to) {
        if (!withoutUnits && from.get("ProvisionedThroughput").orElse(null) instanceof Node.Mapping throughput) {
            to.put(
                    "ProvisionedThroughput",
                    new MappingBuilder(throughput.position())
                            .copy(throughput, "ReadCapacityUnits", "WriteCapacityUnits")
                            .build());
        }
    }

    /** With the attributes of an index that goes, its attribute definitions go. */
    private Optional<Node> attributes(List<Node> globalIndexes, List<Node> localIndexes) {
        var written = table.get("AttributeDefinitions");
        if (!isIndexLeftOut) {
            return written;
        }
        var used = new HashSet<String>();
        table.get("KeySchema").ifPresent(key -> collect(key, used));
        globalIndexes.forEach(index -> collect(index, used));
        localIndexes.forEach(index -> collect(index, used));
        return written.map(node -> node instanceof Node.Sequence list
                ? new Node.Sequence(
                        list.position(),
                        list.items().stream()
                                .filter(item -> !(item instanceof Node.Mapping attribute)
                                        || used.contains(DescribeTableFormat.text(attribute, "AttributeName")))
                                .toList())
                : node);
    }

    private static void collect(Node node, Set<String> names) {
        if (node instanceof Node.Sequence list) {
            list.items().forEach(item -> collect(item, names));
        } else if (node instanceof Node.Mapping mapping) {
            mapping.get("AttributeName").ifPresent(name -> {
                if (name instanceof Node.Scalar text) {
                    names.add(text.text());
                }
            });
            mapping.entries().values().forEach(value -> collect(value, names));
        }
    }

    private void unknown(Node.Mapping described, Set<String> kept, Set<String> dropped) {
        described.entries().forEach((key, value) -> {
            if (!kept.contains(key) && !dropped.contains(key)) {
                missed.accept(
                        new Missed(Unread.Cause.UNKNOWN_KEY, "the key \"" + key + "\"", "this version doesn't know it"),
                        value);
            }
        });
    }

    List<TableCreation.Beyond> beyondCreateTable() {
        var beyond = new ArrayList<TableCreation.Beyond>();
        if (hasItems("Replicas")) {
            beyond.add(BeyondCreateTable.REPLICAS);
        }
        if (hasItems("VectorIndexes")) {
            beyond.add(BeyondCreateTable.VECTOR_INDEXES);
        }
        return beyond;
    }

    private boolean hasItems(String key) {
        return table.get(key).orElse(null) instanceof Node.Sequence list
                && !list.items().isEmpty();
    }

    private Optional<Node> inner(String key, String innerKey) {
        return table.get(key)
                .flatMap(node -> node instanceof Node.Mapping inner ? inner.get(innerKey) : Optional.empty());
    }
}
