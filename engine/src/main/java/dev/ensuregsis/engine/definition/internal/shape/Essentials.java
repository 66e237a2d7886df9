package dev.ensuregsis.engine.definition.internal.shape;

import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table without the settings whose values the file doesn't tell. They don't matter to its indexes, so they are no
 * fault; a table that is to be created would come into being without them, so creation is told.
 */
final class Essentials {
    private static final Set<String> ESSENTIAL = Set.of(
            "AttributeDefinitions",
            "KeySchema",
            "GlobalSecondaryIndexes",
            "LocalSecondaryIndexes",
            "IndexName",
            "Projection");

    /** What says nothing as long as another of them isn't known. */
    private static final Set<String> MOOT_WITHOUT_BILLING =
            Set.of("BillingMode", "ProvisionedThroughput", "OnDemandThroughput");

    private final List<TableCreation.Beyond> beyondCreateTable;

    Essentials(List<TableCreation.Beyond> beyondCreateTable) {
        this.beyondCreateTable = new ArrayList<>(beyondCreateTable);
    }

    /** What the definition asks for and CreateTable can't carry, the settings that were left out included. */
    List<TableCreation.Beyond> beyondCreateTable() {
        return beyondCreateTable;
    }

    Node.Mapping of(Node.Mapping table) {
        return keep(table, isUnknown(table, "BillingMode") || isUnknown(table, "ProvisionedThroughput"));
    }

    private static boolean isUnknown(Node.Mapping table, String key) {
        return table.get(key).map(Essentials::unresolved).isPresent();
    }

    private Node.Mapping keep(Node.Mapping owner, boolean billingUnknown) {
        return owner.withEachEntry((name, value) -> {
            if (name.endsWith("Indexes") && value instanceof Node.Sequence indexes) {
                return indexes.withEach(
                        item -> item instanceof Node.Mapping index ? keep(index, billingUnknown) : item);
            }
            return ESSENTIAL.contains(name) || isTold(name, value, billingUnknown) ? value : null;
        });
    }

    private boolean isTold(String name, Node value, boolean billingUnknown) {
        var reason = unresolved(value);
        if (reason != null) {
            beyondCreateTable.add(BeyondCreateTable.unresolved(name, reason.reason()));
        }
        return reason == null && !isMoot(name, billingUnknown);
    }

    private static boolean isMoot(String name, boolean billingUnknown) {
        return billingUnknown && MOOT_WITHOUT_BILLING.contains(name);
    }

    private static Node.@Nullable Unresolved unresolved(Node node) {
        if (node instanceof Node.Unresolved unresolved) {
            return unresolved;
        }
        var inner = node instanceof Node.Mapping mapping
                ? mapping.entries().values()
                : node instanceof Node.Sequence sequence ? sequence.items() : List.<Node>of();
        for (var child : inner) {
            var found = unresolved(child);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
