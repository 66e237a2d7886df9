package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.document.MappingBuilder;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.shape.BeyondCreateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Output of {@code aws dynamodb describe-table}: what was asked for is kept, what DynamoDB adds is dropped. Warm
 * throughput is dropped too: it is what the table has grown to.
 */
final class DescribeTableFormat implements DefinitionFormat {
    @Override
    public String title() {
        return "describe-table output";
    }

    @Override
    public boolean recognizes(Node document) {
        return document instanceof Node.Sequence list
                ? list.items().stream().anyMatch(DescribeTableFormat::isOutput)
                : isOutput(document);
    }

    private static boolean isOutput(Node node) {
        return node instanceof Node.Mapping output && isDescription(description(output));
    }

    private static Node.Mapping description(Node.Mapping output) {
        return output.get("Table").orElse(output) instanceof Node.Mapping table ? table : output;
    }

    private static boolean isDescription(Node.Mapping table) {
        return table.has("TableName")
                && Stream.of("TableStatus", "TableArn", "TableId", "CreationDateTime")
                        .anyMatch(table::has);
    }

    @Override
    public void read(Node document, Findings findings) {
        var stated = document.withoutNulls();
        var outputs = stated instanceof Node.Sequence list ? list.items() : List.of(stated);
        for (var node : outputs) {
            if (node instanceof Node.Mapping output
                    && description(output).get("TableName").orElse(null) instanceof Node.Scalar name) {
                var table = description(output);
                findings.addTable(
                        findings.settings().decorated(name.text()), requested(table), beyondCreateTable(table));
            } else {
                findings.faults().add(node, "not the output of describe-table: it has no Table with a TableName");
            }
        }
    }

    private static Node.Mapping requested(Node.Mapping table) {
        boolean onDemand = text(table, "BillingModeSummary", "BillingMode").equals("PAY_PER_REQUEST");
        var request = new MappingBuilder(table.position())
                .copy(table, "AttributeDefinitions", "KeySchema", "OnDemandThroughput", "StreamSpecification")
                .copy(table, "DeletionProtectionEnabled")
                .put("BillingMode", onDemand ? "PAY_PER_REQUEST" : "PROVISIONED")
                .put("TableClass", inner(table, "TableClassSummary", "TableClass"));
        throughput(table, onDemand, request);
        if (table.get("SSEDescription").orElse(null) instanceof Node.Mapping sse) {
            request.put(
                    "SSESpecification",
                    new MappingBuilder(sse.position())
                            .copy(sse, "SSEType")
                            .put("KMSMasterKeyId", sse.get("KMSMasterKeyArn"))
                            .build());
        }
        request.put("GlobalSecondaryIndexes", indexes(table, "GlobalSecondaryIndexes", onDemand));
        request.put("LocalSecondaryIndexes", indexes(table, "LocalSecondaryIndexes", true));
        return request.build();
    }

    private static List<Node> indexes(Node.Mapping table, String key, boolean onDemand) {
        var indexes = new ArrayList<Node>();
        if (table.get(key).orElse(null) instanceof Node.Sequence list) {
            for (var item : list.items()) {
                indexes.add(item instanceof Node.Mapping index ? index(index, onDemand) : item);
            }
        }
        return indexes;
    }

    private static Node index(Node.Mapping index, boolean onDemand) {
        var request = new MappingBuilder(index.position())
                .copy(index, "IndexName", "KeySchema", "Projection", "OnDemandThroughput");
        throughput(index, onDemand, request);
        return request.build();
    }

    private static void throughput(Node.Mapping from, boolean onDemand, MappingBuilder to) {
        if (!onDemand && from.get("ProvisionedThroughput").orElse(null) instanceof Node.Mapping throughput) {
            to.put(
                    "ProvisionedThroughput",
                    new MappingBuilder(throughput.position())
                            .copy(throughput, "ReadCapacityUnits", "WriteCapacityUnits")
                            .build());
        }
    }

    private static List<String> beyondCreateTable(Node.Mapping table) {
        return table.get("Replicas")
                        .filter(replicas -> replicas instanceof Node.Sequence list
                                && !list.items().isEmpty())
                        .isPresent()
                ? List.of(BeyondCreateTable.REPLICAS)
                : List.of();
    }

    private static Optional<Node> inner(Node.Mapping table, String key, String innerKey) {
        return table.get(key)
                .flatMap(node -> node instanceof Node.Mapping inner ? inner.get(innerKey) : Optional.empty());
    }

    private static String text(Node.Mapping table, String key, String innerKey) {
        return inner(table, key, innerKey)
                .map(node -> node instanceof Node.Scalar scalar ? scalar.text() : "")
                .orElse("");
    }
}
