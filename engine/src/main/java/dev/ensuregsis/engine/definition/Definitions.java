package dev.ensuregsis.engine.definition;

import java.util.HashSet;
import java.util.List;

/**
 * All that one run is to ensure.
 *
 * @param tables the tables, no two of one name, in the order of the files
 * @param unread what stands in the files or is referred to by them, and isn't among the tables
 */
public record Definitions(List<TableDefinition> tables, List<Unread> unread) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if two tables share one name
     */
    public Definitions {
        tables = List.copyOf(tables);
        unread = List.copyOf(unread);
        var seen = new HashSet<String>();
        for (var table : tables) {
            if (!seen.add(table.name())) {
                throw new IllegalArgumentException("table \"" + table.name() + "\" is defined twice");
            }
        }
    }

    /**
     * Definitions of which nothing is left out.
     *
     * @param tables the tables, no two of one name
     * @throws IllegalArgumentException if two tables share one name
     */
    public Definitions(List<TableDefinition> tables) {
        this(tables, List.of());
    }

    /**
     * Every index of every table.
     *
     * @return the indexes, in order
     */
    public List<IndexId> indexIds() {
        return tables.stream()
                .flatMap(table -> table.indexes().stream().map(index -> new IndexId(table.name(), index.name())))
                .toList();
    }
}
