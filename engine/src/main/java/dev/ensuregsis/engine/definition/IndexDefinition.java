package dev.ensuregsis.engine.definition;

import org.jspecify.annotations.Nullable;

/**
 * A global secondary index as it is wanted. The types of its key attributes are its table's
 * ({@link TableDefinition#attributeTypes()}).
 *
 * @param name 3-255 of {@code a-zA-Z0-9_.-}
 * @param keySchema its key
 * @param projection what it holds; null where the definition leaves it out: ALL when the index is created, any when one
 *     that exists is adopted
 * @param capacity its throughput settings
 */
public record IndexDefinition(
        String name, KeySchema keySchema, @Nullable Projection projection, Capacity capacity) {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is not one that DynamoDB allows
     */
    public IndexDefinition {
        Names.tableOrIndexFault("index", name).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }

    /**
     * The projection that the index is created with.
     *
     * @return the projection, ALL where the definition leaves it out
     */
    public Projection projectionToCreate() {
        return projection == null ? Projection.ALL : projection;
    }
}
