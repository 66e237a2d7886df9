package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.internal.document.MappingBuilder;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code AWS::Serverless::SimpleTable}: one key attribute, no indexes. */
final class SimpleTable {
    private static final Map<String, String> TYPES = Map.of("String", "S", "Number", "N", "Binary", "B");

    private SimpleTable() {}

    static Node.Mapping asTable(Node.Mapping properties, Node.Mapping samDefaults) {
        var at = properties.position();
        var key = properties
                .get("PrimaryKey")
                .orElseGet(() -> new MappingBuilder(at)
                        .put("Name", "id")
                        .put("Type", "String")
                        .build());
        var attribute = new MappingBuilder(key.position());
        var element = new MappingBuilder(key.position()).put("KeyType", "HASH");
        if (key instanceof Node.Mapping primaryKey) {
            attribute
                    .put("AttributeName", primaryKey.get("Name"))
                    .put("AttributeType", primaryKey.get("Type").map(SimpleTable::type));
            element.put("AttributeName", primaryKey.get("Name"));
        }
        return new MappingBuilder(at)
                .copy(samDefaults, samDefaults.entries().keySet().toArray(String[]::new))
                .copy(
                        properties,
                        properties.entries().keySet().stream()
                                .filter(name -> !name.equals("PrimaryKey") && !name.equals("Tags"))
                                .toArray(String[]::new))
                .put("AttributeDefinitions", List.of(attribute.build()))
                .put("KeySchema", List.of(element.build()))
                .put("Tags", tags(properties))
                .build();
    }

    private static Node type(Node type) {
        return type instanceof Node.Scalar scalar
                ? Node.text(type.position(), TYPES.getOrDefault(scalar.text(), scalar.text()))
                : type;
    }

    private static List<Node> tags(Node.Mapping properties) {
        var tags = new ArrayList<Node>();
        if (properties.get("Tags").orElse(null) instanceof Node.Mapping map) {
            map.entries()
                    .forEach((name, value) -> tags.add(new MappingBuilder(value.position())
                            .put("Key", name)
                            .put("Value", value)
                            .build()));
        }
        return tags;
    }
}
