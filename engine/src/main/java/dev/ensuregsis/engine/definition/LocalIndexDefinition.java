package dev.ensuregsis.engine.definition;

/**
 * A local secondary index: carried into the creation of its table, because it can't be added later, and otherwise left
 * alone.
 *
 * @param name its name
 * @param keySchema its key, with the table's partition key
 * @param projection what it holds
 */
public record LocalIndexDefinition(String name, KeySchema keySchema, Projection projection) {

    /**
     * Checks the name and the form of the key.
     *
     * @throws IllegalArgumentException if the name is not one that DynamoDB allows, or the key is multi-attribute
     */
    public LocalIndexDefinition {
        Names.tableOrIndexFault("index", name).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        if (keySchema.isMultiAttribute()) {
            throw new IllegalArgumentException("a local secondary index can't have a multi-attribute key");
        }
    }
}
