package dev.ensuregsis.engine.definition;

import java.util.Optional;

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

    /** What in its key can't be had on a table with that key. */
    Optional<String> contradictionOf(KeySchema tableKey) {
        return keySchema.partitionKey().equals(tableKey.partitionKey())
                        && !keySchema.sortKey().isEmpty()
                        && !tableKey.sortKey().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "local secondary index \"" + name + "\" needs the table's partition key and a sort key of its"
                                + " own, and the table a sort key too");
    }
}
