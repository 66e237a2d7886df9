package dev.ensuregsis.engine.spi;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.TableCreation;
import java.util.List;
import java.util.Map;

/**
 * What one CreateTable call asks for.
 *
 * @param tableName the table
 * @param attributeTypes the types of exactly the attributes that the keys use
 * @param creation its key, billing and settings
 * @param indexes all its global secondary indexes
 */
public record CreateTableCall(
        String tableName,
        Map<String, AttributeType> attributeTypes,
        TableCreation creation,
        List<IndexDefinition> indexes) {

    /** Copies the collections. */
    public CreateTableCall {
        attributeTypes = Map.copyOf(attributeTypes);
        indexes = List.copyOf(indexes);
    }
}
