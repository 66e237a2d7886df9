package dev.ensuregsis.engine.definition.internal.terraform;

import dev.ensuregsis.engine.definition.internal.document.MappingBuilder;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings {@code aws_dynamodb_global_secondary_index}, an index apart from its table, into the shape of the API. */
public final class TerraformIndex {
    public static final String TYPE = "aws_dynamodb_global_secondary_index";

    private TerraformIndex() {}

    /** The name of its table. */
    public static Optional<Node> tableName(Node.Mapping values) {
        return Blocks.value(values, "table_name");
    }

    /** The index, as a list of one. */
    public static Node.Sequence asIndexes(Node.Mapping values) {
        var index = new MappingBuilder(values.position())
                .put("IndexName", Blocks.value(values, "index_name"))
                .put("AttributeDefinitions", attributes(values))
                .put("KeySchema", Blocks.keySchema(values))
                .put("Projection", projection(values))
                .put(
                        "ProvisionedThroughput",
                        Blocks.throughput(
                                values,
                                "provisioned_throughput",
                                "read_capacity_units",
                                "ReadCapacityUnits",
                                "write_capacity_units",
                                "WriteCapacityUnits"))
                .put(
                        "OnDemandThroughput",
                        Blocks.throughput(
                                values,
                                "on_demand_throughput",
                                "max_read_request_units",
                                "MaxReadRequestUnits",
                                "max_write_request_units",
                                "MaxWriteRequestUnits"));
        return new Node.Sequence(values.position(), List.of(index.build()));
    }

    private static List<Node> attributes(Node.Mapping values) {
        var attributes = new ArrayList<Node>();
        for (var node : Blocks.all(values, "key_schema")) {
            if (node instanceof Node.Mapping element
                    && Blocks.value(element, "attribute_type").isPresent()) {
                attributes.add(new MappingBuilder(element.position())
                        .put("AttributeName", Blocks.value(element, "attribute_name"))
                        .put("AttributeType", Blocks.value(element, "attribute_type"))
                        .build());
            }
        }
        return attributes;
    }

    private static Optional<Node> projection(Node.Mapping values) {
        return Blocks.all(values, "projection").stream()
                .findFirst()
                .flatMap(node -> node instanceof Node.Mapping block ? Blocks.projection(block) : Optional.of(node))
                .or(() -> Blocks.projection(values));
    }
}
