package dev.ensuregsis.engine.definition;

/**
 * Which index of which table. Written, and keyed in the state file, as {@code table.index}.
 *
 * @param tableName the table's real name, prefix and suffix included
 * @param indexName the index's name
 */
public record IndexId(String tableName, String indexName) {
    private static final int SPREAD = 0x9E3779B1;

    /** Names are numbered: by a record's own rule index 20 of table 1 and index 10 of table 2 have the same, and so on. */
    @Override
    public int hashCode() {
        return tableName.hashCode() * SPREAD + indexName.hashCode();
    }

    @Override
    public String toString() {
        return tableName + "." + indexName;
    }
}
