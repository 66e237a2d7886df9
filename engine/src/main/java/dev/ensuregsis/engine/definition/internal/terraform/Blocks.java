package dev.ensuregsis.engine.definition.internal.terraform;

import dev.ensuregsis.engine.definition.internal.document.MappingBuilder;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads attributes and nested blocks; Terraform writes what was left out as null, an empty text or an empty list. */
final class Blocks {
    private Blocks() {}

    static Optional<Node> value(Node.Mapping block, String key) {
        return block.get(key)
                .filter(node -> !(node instanceof Node.Scalar scalar
                        && (scalar.isNull() || scalar.text().isEmpty())));
    }

    /** The blocks of a kind: a list of them, or one alone. */
    static List<Node> all(Node.Mapping block, String key) {
        return value(block, key)
                .map(node -> node instanceof Node.Sequence list ? list.items() : List.of(node))
                .orElse(List.of());
    }

    /** The blocks of a kind, each changed; what is no block stays. */
    static List<Node> each(Node.Mapping block, String key, Function<Node.Mapping, Node> change) {
        var blocks = all(block, key);
        if (blocks.isEmpty()) {
            return blocks;
        }
        var changed = new ArrayList<Node>(blocks.size());
        for (var node : blocks) {
            changed.add(node instanceof Node.Mapping inner ? change.apply(inner) : node);
        }
        return changed;
    }

    static boolean isFalse(Node node) {
        return node instanceof Node.Scalar scalar && scalar.text().equals("false");
    }

    /** A key in either form: {@code key_schema} blocks, or {@code hash_key} and {@code range_key}. */
    static List<Node> keySchema(Node.Mapping block) {
        var written = each(
                block,
                "key_schema",
                element -> new MappingBuilder(element.position())
                        .put("AttributeName", value(element, "attribute_name"))
                        .put("KeyType", value(element, "key_type"))
                        .build());
        if (!written.isEmpty()) {
            return written;
        }
        var elements = new ArrayList<Node>(2);
        value(block, "hash_key").ifPresent(name -> elements.add(element(name, "HASH")));
        value(block, "range_key").ifPresent(name -> elements.add(element(name, "RANGE")));
        return elements;
    }

    static Node element(Node name, String keyType) {
        return new MappingBuilder(name.position())
                .put("AttributeName", name)
                .put("KeyType", keyType)
                .build();
    }

    static Optional<Node> projection(Node.Mapping block) {
        return value(block, "projection_type")
                .map(type -> new MappingBuilder(type.position())
                        .put("ProjectionType", type)
                        .put("NonKeyAttributes", all(block, "non_key_attributes"))
                        .build());
    }

    /** A throughput that stands in a block of its own. */
    static Optional<Node> throughput(
            Node.Mapping owner, String key, String read, String readName, String write, String writeName) {
        var blocks = all(owner, key);
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        return blocks.get(0) instanceof Node.Mapping block
                ? pair(block, read, readName, write, writeName)
                : Optional.of(blocks.get(0));
    }

    /** A throughput of two attributes; 0 stands for left out. */
    static Optional<Node> pair(Node.Mapping block, String read, String readName, String write, String writeName) {
        var reads = units(block, read);
        var writes = units(block, write);
        return reads.isEmpty() && writes.isEmpty()
                ? Optional.empty()
                : Optional.of(new MappingBuilder(block.position())
                        .put(readName, reads)
                        .put(writeName, writes)
                        .build());
    }

    private static Optional<Node> units(Node.Mapping block, String key) {
        return value(block, key)
                .filter(node ->
                        !(node instanceof Node.Scalar scalar && scalar.text().equals("0")));
    }
}
