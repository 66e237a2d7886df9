package dev.ensuregsis.engine.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table with the global secondary indexes that it is to have.
 *
 * @param name 3-255 of {@code a-zA-Z0-9_.-}
 * @param attributeTypes the types of key attributes, as far as the definition gives them; what it leaves out is taken
 *     from the live table
 * @param indexes the indexes, no two of one name
 * @param creation what creating the table takes; null where the definition lists only indexes
 * @param place where the definition stands
 */
public record TableDefinition(
        String name,
        Map<String, AttributeType> attributeTypes,
        List<IndexDefinition> indexes,
        @Nullable TableCreation creation,
        Place place) {

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if the name is not one that DynamoDB allows, or two indexes share one name
     */
    public TableDefinition {
        attributeTypes = Map.copyOf(attributeTypes);
        indexes = List.copyOf(indexes);
        var faults = new ArrayList<String>();
        Names.tableOrIndexFault("table", name).ifPresent(faults::add);
        var seen = new HashSet<String>();
        if (creation != null) {
            creation.localIndexes().forEach(index -> seen.add(index.name()));
        }
        for (var index : indexes) {
            if (!seen.add(index.name())) {
                faults.add("index \"" + index.name() + "\" is defined twice");
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }
}
