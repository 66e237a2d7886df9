package dev.ensuregsis.engine.definition.internal.cloudformation;

import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a template.
 *
 * @param logicalId its name in the template
 * @param tableName its TableName; null where the template gives none
 * @param table the table in the shape of the DynamoDB API, or why that can't be told
 * @param beyondCreateTable what it asks for and CreateTable can't carry
 */
public record TableResource(
        String logicalId, @Nullable Node tableName, Node table, List<TableCreation.Beyond> beyondCreateTable)
        implements StackResource {

    /** Copies the list. */
    public TableResource {
        beyondCreateTable = List.copyOf(beyondCreateTable);
    }

    static TableResource unresolved(String logicalId, Node.Unresolved reason) {
        return new TableResource(logicalId, null, reason, List.of());
    }

    TableResource with(List<TableCreation.Beyond> more) {
        var beyond = new ArrayList<>(beyondCreateTable);
        beyond.addAll(more);
        return new TableResource(logicalId, tableName, table, beyond);
    }
}
