package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.environment.Environment;
import java.util.List;
import java.util.Set;

/**
 * Output of {@code aws dynamodb describe-table}, and of the calls that answer with a {@code TableDescription}: one, or a
 * list of them, perhaps under a key. A table or an index that is being deleted is no definition.
 */
final class DescribeTableFormat implements DefinitionFormat {
    private static final List<String> WRAPPERS = List.of("Table", "TableDescription");
    private static final List<String> MARKS = List.of("TableStatus", "TableArn", "TableId", "CreationDateTime");
    private static final Set<String> LEAVING = Set.of("DELETING", "ARCHIVING", "ARCHIVED");

    @Override
    public String title() {
        return "describe-table output";
    }

    @Override
    public boolean recognizes(Node document) {
        return Lists.holds(document, DescribeTableFormat::isOutput);
    }

    private static boolean isOutput(Node node) {
        if (!(node instanceof Node.Mapping output)) {
            return false;
        }
        var table = description(output);
        return table.has("TableName")
                && (table.has(MARKS::contains) || (output.has(WRAPPERS::contains) && table.has("KeySchema")));
    }

    private static Node.Mapping description(Node.Mapping output) {
        for (var key : WRAPPERS) {
            if (output.get(key).orElse(null) instanceof Node.Mapping table) {
                return table;
            }
        }
        return output;
    }

    @Override
    public void read(Node document, Findings findings) {
        for (var node : Lists.all(document, DescribeTableFormat::isOutput)) {
            if (node.withoutNulls() instanceof Node.Mapping output
                    && description(output).get("TableName").orElse(null) instanceof Node.Scalar name) {
                read(name.text(), description(output), findings);
            } else {
                findings.faults().add(node, "not the output of describe-table: it has no Table with a TableName");
            }
        }
    }

    private static void read(String name, Node.Mapping table, Findings findings) {
        var status = text(table, "TableStatus");
        if (LEAVING.contains(status)) {
            findings.addUnread(Unread.Cause.BEING_DELETED, "the table \"" + name + "\"", table, "it is " + status);
            return;
        }
        var description = new TableDescription(
                table,
                (what, node) -> findings.addUnread(
                        what.cause(), what.words() + " of table \"" + name + "\"", node, what.because()));
        findings.addTable(
                new TableIdentity(
                        findings.settings().decorated(name), name, Environment.ofArn(text(table, "TableArn")), true),
                description.request(),
                description.beyondCreateTable());
    }

    static String text(Node.Mapping table, String key) {
        return table.get(key).orElse(null) instanceof Node.Scalar text ? text.text() : "";
    }
}
