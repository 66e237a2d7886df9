package dev.ensuregsis.engine.definition;

/**
 * Which index of which table. Written, and keyed in the state file, as {@code table.index}.
 *
 * @param tableName the table's real name, prefix and suffix included
 * @param indexName the index's name
 */
public record IndexId(String tableName, String indexName) {
    @Override
    public String toString() {
        return tableName + "." + indexName;
    }
}
