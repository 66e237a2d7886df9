package dev.ensuregsis.engine.definition;

import java.util.HashSet;
import java.util.List;

/**
 * All that one run is to ensure.
 *
 * @param tables the tables, no two of one name, in the order of the files
 */
public record Definitions(List<TableDefinition> tables) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if two tables share one name
     */
    public Definitions {
        tables = List.copyOf(tables);
        var seen = new HashSet<String>();
        for (var table : tables) {
            if (!seen.add(table.name())) {
                throw new IllegalArgumentException("table \"" + table.name() + "\" is defined twice");
            }
        }
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
