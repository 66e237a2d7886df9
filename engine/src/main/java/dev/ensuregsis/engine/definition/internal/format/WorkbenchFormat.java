package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.internal.document.MappingBuilder;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.shape.BeyondCreateTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A data model of NoSQL Workbench. Its sample data and facets aren't looked at. */
final class WorkbenchFormat implements DefinitionFormat {
    @Override
    public String title() {
        return "a NoSQL Workbench data model";
    }

    @Override
    public boolean recognizes(Node document) {
        return document instanceof Node.Mapping root
                && root.has("DataModel")
                && (root.has("ModelName") || root.has("ModelMetadata"));
    }

    @Override
    public void read(Node document, Findings findings) {
        if (!(((Node.Mapping) document).get("DataModel").orElseThrow() instanceof Node.Sequence tables)) {
            findings.faults().add(document, "DataModel has to be a list of tables");
            return;
        }
        for (var node : tables.items()) {
            if (node.withoutNulls() instanceof Node.Mapping table
                    && table.get("TableName").orElse(null) instanceof Node.Scalar name) {
                findings.addTable(findings.settings().decorated(name.text()), asTable(table), beyondCreateTable(table));
            } else {
                findings.faults().add(node, "a table of a data model has to be an object with a TableName");
            }
        }
    }

    private static Node.Mapping asTable(Node.Mapping model) {
        var attributes = new LinkedHashMap<String, Node>();
        var table = new MappingBuilder(model.position()).copy(model, "BillingMode");
        table.put("KeySchema", keySchema(model, attributes));
        table.put("GlobalSecondaryIndexes", indexes(model, "GlobalSecondaryIndexes", attributes));
        table.put("LocalSecondaryIndexes", indexes(model, "LocalSecondaryIndexes", attributes));
        table.put("AttributeDefinitions", List.copyOf(attributes.values()));
        if (isProvisioned(model)
                && model.get("ProvisionedCapacitySettings").orElse(null) instanceof Node.Mapping settings) {
            table.copy(settings, "ProvisionedThroughput");
        }
        return table.build();
    }

    private static boolean isProvisioned(Node.Mapping model) {
        return !(model.get("BillingMode").orElse(null) instanceof Node.Scalar mode
                && mode.text().equals("PAY_PER_REQUEST"));
    }

    private static List<Node> indexes(Node.Mapping model, String key, Map<String, Node> attributes) {
        var indexes = new ArrayList<Node>();
        if (model.get(key).orElse(null) instanceof Node.Sequence list) {
            for (var node : list.items()) {
                indexes.add(
                        node instanceof Node.Mapping index
                                ? new MappingBuilder(index.position())
                                        .copy(index, "IndexName", "Projection")
                                        .put("KeySchema", keySchema(index, attributes))
                                        .build()
                                : node);
            }
        }
        return indexes;
    }

    private static List<Node> keySchema(Node.Mapping owner, Map<String, Node> attributes) {
        var elements = new ArrayList<Node>();
        if (owner.get("KeyAttributes").orElse(null) instanceof Node.Mapping key) {
            elements(key, "PartitionKey", "HASH", elements, attributes);
            elements(key, "SortKey", "RANGE", elements, attributes);
        }
        return elements;
    }

    private static void elements(
            Node.Mapping key, String half, String keyType, List<Node> elements, Map<String, Node> attributes) {
        var written = key.get(half);
        var nodes = written.map(node -> node instanceof Node.Sequence list ? list.items() : List.of(node))
                .orElse(List.of());
        for (var node : nodes) {
            if (node instanceof Node.Mapping attribute) {
                elements.add(new MappingBuilder(attribute.position())
                        .copy(attribute, "AttributeName")
                        .put("KeyType", keyType)
                        .build());
                attributes.put(
                        attribute.get("AttributeName").map(Node::description).orElse("")
                                + attribute
                                        .get("AttributeType")
                                        .map(Node::description)
                                        .orElse(""),
                        new MappingBuilder(attribute.position())
                                .copy(attribute, "AttributeName", "AttributeType")
                                .build());
            } else {
                elements.add(node);
            }
        }
    }

    private static List<TableCreation.Beyond> beyondCreateTable(Node.Mapping model) {
        boolean scaled = isProvisioned(model)
                && model.get("ProvisionedCapacitySettings").orElse(null) instanceof Node.Mapping settings
                && (isScaled(settings, "AutoScalingRead") || isScaled(settings, "AutoScalingWrite"));
        return scaled ? List.of(BeyondCreateTable.AUTO_SCALING) : List.of();
    }

    private static boolean isScaled(Node.Mapping settings, String key) {
        return settings.get(key).orElse(null) instanceof Node.Mapping scaling
                && !scaling.entries().isEmpty();
    }
}
