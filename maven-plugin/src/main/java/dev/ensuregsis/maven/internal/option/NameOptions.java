package dev.ensuregsis.maven.internal.option;

import dev.ensuregsis.engine.Selection;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which tables and indexes to work on, by their names as they are defined, and what is put around those.
 *
 * @param tables names or globs of tables; empty for all
 * @param indexes names or globs of indexes, {@code index} or {@code table/index}; empty for all
 * @param tableNames real names of tables, by the logical ids of templates
 * @param prefix put before each defined table name
 * @param suffix put after each defined table name
 */
public record NameOptions(
        List<String> tables, List<String> indexes, Map<String, String> tableNames, String prefix, String suffix) {

    private static final Pattern IN_FULL = Pattern.compile("[^/*?]+/[^/*?]+");

    /**
     * Reads the options.
     *
     * @param options what the user gave; is told what is refused
     * @return the options
     */
    static NameOptions read(OptionReader options) {
        return new NameOptions(
                options.list("gsi.tables"),
                options.list("gsi.indexes"),
                NamedValues.read("gsi.tableNames", "id=name", false, options),
                options.textOrNone("gsi.tableNamePrefix"),
                options.textOrNone("gsi.tableNameSuffix"));
    }

    /**
     * What is selected, by the names that tables have in DynamoDB.
     *
     * @return the selection
     */
    public Selection selection() {
        return new Selection(
                tables.stream().map(this::around).toList(),
                indexes.stream().map(this::aroundTableOf).toList());
    }

    /**
     * Refuses what names nothing that is defined or recorded.
     *
     * @param definitions all that is defined
     * @param recorded what names may be about besides; asked for only where it matters
     * @param options is told what is refused
     */
    public void refuseUnknown(Definitions definitions, Supplier<List<IndexId>> recorded, OptionReader options) {
        var names = definitions.tables().stream().map(table -> table.name()).toList();
        tables.stream()
                .filter(name -> new Selection(List.of(around(name)), List.of())
                        .of(definitions)
                        .tables()
                        .isEmpty())
                .filter(name ->
                        recorded.get().stream().noneMatch(new Selection(List.of(around(name)), List.of())::selects))
                .forEach(name -> options.refuse("gsi.tables", name, "a table that is defined: " + listed(names)));
        indexes.stream()
                .filter(name -> definitions.indexIds().stream()
                        .noneMatch(new Selection(List.of(), List.of(aroundTableOf(name)))::selects))
                .filter(name -> recorded.get().stream()
                        .noneMatch(new Selection(List.of(), List.of(aroundTableOf(name)))::selects))
                .forEach(name -> options.refuse(
                        "gsi.indexes",
                        name,
                        "an index that is defined: "
                                + listed(definitions.indexIds().stream()
                                        .map(id -> asDefined(id.tableName()) + "/" + id.indexName())
                                        .toList())));
        tableNames.entrySet().stream()
                .filter(name -> !names.contains(name.getValue()) && !names.contains(around(name.getValue())))
                .forEach(name -> options.refuse(
                        "gsi.tableNames",
                        name.getKey() + "=" + name.getValue(),
                        "about a table of a template that is read, by its logical id"));
    }

    /**
     * The indexes that are named for a deletion: each in full, as defined, or, where nothing defines its table, by the
     * table's own name.
     *
     * @param definitions all that is defined
     * @param options is told what is refused
     * @return the indexes, by the names that they have in DynamoDB
     */
    public List<IndexId> named(Definitions definitions, OptionReader options) {
        var defined = definitions.tables().stream().map(TableDefinition::name).toList();
        var named = new ArrayList<IndexId>();
        for (var name : indexes) {
            if (IN_FULL.matcher(name).matches()) {
                int slash = name.indexOf('/');
                var table = name.substring(0, slash);
                named.add(new IndexId(
                        defined.contains(around(table)) ? around(table) : table, name.substring(slash + 1)));
            } else {
                options.refuse("gsi.indexes", name, "an index in full, table/index, without globs");
            }
        }
        return named;
    }

    private String listed(Collection<String> names) {
        return names.stream().map(this::asDefined).distinct().collect(Collectors.joining(", "));
    }

    private String asDefined(String name) {
        boolean around =
                name.startsWith(prefix) && name.endsWith(suffix) && name.length() > prefix.length() + suffix.length();
        return around ? name.substring(prefix.length(), name.length() - suffix.length()) : name;
    }

    private String around(String table) {
        return prefix + table + suffix;
    }

    private String aroundTableOf(String index) {
        int slash = index.indexOf('/');
        return slash < 0 ? index : around(index.substring(0, slash)) + index.substring(slash);
    }
}
