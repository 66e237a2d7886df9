package dev.ensuregsis.engine.spi;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.IndexDefinition;
import java.util.Map;

/**
 * What one UpdateTable call asks for: a single index, alone in its call.
 *
 * @param tableName the table
 * @param index the index, its capacity already matched to the table's billing mode
 * @param attributeTypes the types of exactly the attributes of its key
 */
public record CreateIndexCall(String tableName, IndexDefinition index, Map<String, AttributeType> attributeTypes) {

    /** Copies the map. */
    public CreateIndexCall {
        attributeTypes = Map.copyOf(attributeTypes);
    }
}
