package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.shape.TableShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The project's own format: a map from table name to a list of indexes or to the whole table. An entry with a TableName
 * of its own is a request shape, and its key any name.
 */
final class TableMapFormat implements DefinitionFormat {
    /** What a table or an index is told by, in whatever case it is written. */
    private static final Set<String> MARKS = Set.of(
            "tablename",
            "attributedefinitions",
            "keyschema",
            "billingmode",
            "globalsecondaryindexes",
            "globalsecondaryindexupdates",
            "indexname");

    /** Where the schema is that an editor checks the file by; no table's name. */
    private static final String SCHEMA = "$schema";

    @Override
    public String title() {
        return "a map from table name to its indexes or to the whole table (gsis.json)";
    }

    @Override
    public boolean recognizes(Node document) {
        return document instanceof Node.Mapping map
                && (tables(map).values().stream().allMatch(TableMapFormat::isEmptyList)
                        || tables(map).values().stream().anyMatch(TableMapFormat::isTable));
    }

    private static Map<String, Node> tables(Node.Mapping document) {
        var tables = new LinkedHashMap<>(document.entries());
        tables.remove(SCHEMA);
        return tables;
    }

    private static boolean isEmptyList(Node node) {
        return node instanceof Node.Sequence indexes && indexes.items().isEmpty();
    }

    private static boolean isTable(Node node) {
        return node instanceof Node.Sequence indexes
                ? indexes.items().stream().anyMatch(TableMapFormat::isIndex)
                : isMarked(node);
    }

    private static boolean isIndex(Node node) {
        return isMarked(node) || (node instanceof Node.Mapping update && TableShape.isUpdate(update));
    }

    private static boolean isMarked(Node node) {
        return node instanceof Node.Mapping object && object.has(key -> MARKS.contains(key.toLowerCase(Locale.ROOT)));
    }

    @Override
    public void read(Node document, Findings findings) {
        var tables = tables((Node.Mapping) document);
        if (tables.isEmpty()) {
            findings.faults().add(document, "no table in it: write {\"table-name\": [ {\"IndexName\": ... } ]}");
        }
        tables.forEach((name, node) -> {
            if (node instanceof Node.Sequence indexes) {
                findings.addIndexes(findings.settings().decorated(name), indexes);
            } else if (node instanceof Node.Mapping table) {
                findings.addTable(findings.settings().decorated(nameOf(name, table)), table, List.of());
            } else {
                findings.faults()
                        .add(
                                node,
                                "table \"" + name
                                        + "\" has to be a list of indexes or the whole table as an object, not "
                                        + node.description());
            }
        });
    }

    private static String nameOf(String key, Node.Mapping table) {
        return table.get("TableName")
                .filter(name -> name instanceof Node.Scalar && !name.isNull())
                .map(name -> ((Node.Scalar) name).text())
                .orElse(key);
    }
}
