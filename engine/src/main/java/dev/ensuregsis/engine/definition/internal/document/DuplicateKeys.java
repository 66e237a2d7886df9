package dev.ensuregsis.engine.definition.internal.document;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keys that stand twice in one object. In a table, or where either value holds one, that is refused; elsewhere it is only
 * said: large templates have such keys, and CloudFormation takes them. A value that a table then needs is unresolved.
 */
final class DuplicateKeys {
    /** What only tables and indexes have, in any of the formats. */
    private static final Set<String> KEYS_OF_TABLES = Set.of(
            "KeySchema",
            "KeyAttributes",
            "AttributeDefinitions",
            "GlobalSecondaryIndexes",
            "GlobalSecondaryIndexUpdates",
            "IndexName",
            "hash_key");

    private static final Set<String> TYPES_OF_TABLES = Set.of(
            "AWS::DynamoDB::Table",
            "AWS::DynamoDB::GlobalTable",
            "AWS::Serverless::SimpleTable",
            "aws_dynamodb_table",
            "aws_dynamodb_global_secondary_index");

    private final List<DefinitionFault> faults = new ArrayList<>();
    private final Consumer<Unread> unread;
    private boolean isAny;

    DuplicateKeys(Consumer<Unread> unread) {
        this.unread = unread;
    }

    /** The value of a key that stands twice in one object: neither. */
    Node neither(Position position, String key, Node first, Node second) {
        isAny = true;
        return new Node.Unresolved(
                position,
                "the key \"" + key + "\" stands twice in one object, first in line "
                        + first.position().line() + ": remove one of them",
                List.of(first, second));
    }

    /**
     * Says of the document's duplicate keys which they are.
     *
     * @throws DefinitionException if one touches a table
     */
    void report(Node document) {
        if (isAny) {
            walk(document, false);
        }
        if (!faults.isEmpty()) {
            throw new DefinitionException(faults);
        }
    }

    private void walk(Node node, boolean inTable) {
        if (node instanceof Node.Sequence list) {
            list.items().forEach(item -> walk(item, inTable));
        } else if (node instanceof Node.Mapping mapping) {
            boolean table = inTable || isTable(mapping);
            mapping.entries().values().forEach(value -> walk(value, table));
        } else if (node instanceof Node.Unresolved twice && !twice.candidates().isEmpty()) {
            say(twice, inTable || twice.candidates().stream().anyMatch(DuplicateKeys::holdsTable));
            twice.candidates().forEach(candidate -> walk(candidate, inTable));
        }
    }

    private void say(Node.Unresolved twice, boolean touchesTable) {
        var place = twice.position().place();
        if (touchesTable) {
            faults.add(new DefinitionFault(place, twice.reason()));
        } else {
            unread.accept(new Unread(
                    Unread.Cause.STANDS_TWICE, "\"" + twice.position().token() + "\"", place, twice.reason()));
        }
    }

    private static boolean holdsTable(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return isTable(mapping) || mapping.entries().values().stream().anyMatch(DuplicateKeys::holdsTable);
        }
        return node instanceof Node.Sequence list
                ? list.items().stream().anyMatch(DuplicateKeys::holdsTable)
                : node instanceof Node.Unresolved twice
                        && twice.candidates().stream().anyMatch(DuplicateKeys::holdsTable);
    }

    private static boolean isTable(Node.Mapping mapping) {
        return KEYS_OF_TABLES.stream().anyMatch(mapping::has) || isTyped(mapping, "Type") || isTyped(mapping, "type");
    }

    private static boolean isTyped(Node.Mapping mapping, String key) {
        return mapping.get(key).orElse(null) instanceof Node.Scalar type && TYPES_OF_TABLES.contains(type.text());
    }
}
