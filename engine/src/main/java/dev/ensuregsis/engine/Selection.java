package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableDefinition;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which tables and indexes a run works on: names, or globs in which {@code *} stands for any characters and {@code ?}
 * for one; a glob of an index that has a slash is about its table and itself, {@code table/index}. An index is selected if
 * both lists let it through; an empty list lets everything through.
 *
 * @param tables names or globs of tables
 * @param indexes names or globs of indexes
 */
public record Selection(List<String> tables, List<String> indexes) {

    /** Everything. */
    public static final Selection ALL = new Selection(List.of(), List.of());

    /** Copies the lists. */
    public Selection {
        tables = List.copyOf(tables);
        indexes = List.copyOf(indexes);
    }

    /**
     * Whether an index is to be worked on.
     *
     * @param id the index
     * @return true if so
     */
    public boolean selects(IndexId id) {
        return anyMatches(tables, id.tableName()) && matchesIndex(id.tableName(), id.indexName());
    }

    /**
     * Whether a table is to be worked on, whichever of its indexes.
     *
     * @param tableName the table
     * @return true if so
     */
    public boolean selectsTable(String tableName) {
        return anyMatches(tables, tableName);
    }

    /**
     * The selected part: a table is in it for its selected indexes, or, without any index, for itself.
     *
     * @param definitions all
     * @return those of them that are to be worked on
     */
    public Definitions of(Definitions definitions) {
        return new Definitions(definitions.tables().stream()
                .filter(table -> anyMatches(tables, table.name()))
                .filter(table -> table.indexes().isEmpty()
                        ? indexes.isEmpty()
                        : table.indexes().stream().anyMatch(index -> matchesIndex(table.name(), index.name())))
                .map(table -> new TableDefinition(
                        table.name(),
                        table.attributeTypes(),
                        table.indexes().stream()
                                .filter(index -> matchesIndex(table.name(), index.name()))
                                .toList(),
                        table.creation(),
                        table.place()))
                .toList());
    }

    /**
     * The tables that are selected, whatever indexes they have.
     *
     * @param definitions all
     * @return the names of those of them that are to be worked on
     */
    public List<String> tablesOf(Definitions definitions) {
        return definitions.tables().stream()
                .map(TableDefinition::name)
                .filter(name -> anyMatches(tables, name))
                .toList();
    }

    private boolean matchesIndex(String table, String index) {
        return indexes.isEmpty()
                || indexes.stream().anyMatch(glob -> matches(glob, glob.contains("/") ? table + "/" + index : index));
    }

    private static boolean anyMatches(List<String> globs, String name) {
        return globs.isEmpty() || globs.stream().anyMatch(glob -> matches(glob, name));
    }

    private static boolean matches(String glob, String name) {
        return regex(glob).matcher(name).matches();
    }

    private static Pattern regex(String glob) {
        return Pattern.compile(glob.chars()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining()));
    }
}
