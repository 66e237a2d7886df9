package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.format.FormatSettings;
import dev.ensuregsis.engine.definition.internal.format.Formats;
import dev.ensuregsis.engine.definition.internal.shape.Faults;
import java.util.List;
import java.util.Map;

/**
 * Reads definitions from whatever already holds them. The format of a file is told by its content. Several sources make
 * one set of definitions: a table that stands in two of them is merged if they agree.
 *
 * <p>Nothing in a file can run code, reach the network or read a file outside the file's own folder.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class DefinitionReader {
    private final FormatSettings settings;

    private DefinitionReader(FormatSettings settings) {
        this.settings = settings;
    }

    /**
     * Starts the configuration of a reader.
     *
     * @return a builder with all defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads all sources into one set of definitions.
     *
     * @param sources the sources, in the order in which the tables are to be listed
     * @return the definitions, with at least one table
     * @throws DefinitionException if a source is missing, unreadable, malformed or contradicts another, or if there is no
     *     table in all of them; it holds every fault of every source
     */
    public Definitions read(List<DefinitionSource> sources) {
        var faults = new Faults();
        var merge = new TableMerge(faults);
        for (var source : sources) {
            if (source instanceof TablesSource inMemory) {
                inMemory.tables()
                        .forEach(table -> faults.attempt(table.place(), () -> renamed(table))
                                .ifPresent(merge::addKeyOnly));
            } else if (source instanceof DocumentSource documents) {
                read(documents, merge, faults);
            }
        }
        var tables = merge.tables();
        faults.raise();
        if (tables.isEmpty()) {
            throw DocumentSource.refused("definitions", "there is no table in what was read");
        }
        return new Definitions(tables);
    }

    private void read(DocumentSource documents, TableMerge merge, Faults faults) {
        faults.attempt(Place.of("definitions"), documents::load)
                .ifPresent(files -> files.forEach(
                        file -> faults.attempt(Place.of(file.name()), () -> Formats.read(file, settings, faults))
                                .ifPresent(tables -> tables.forEach(merge::add))));
    }

    private TableDefinition renamed(TableDefinition table) {
        return new TableDefinition(
                settings.decorated(table.name()),
                table.attributeTypes(),
                table.indexes(),
                table.creation(),
                table.place());
    }

    /** Configures a reader. Not thread-safe; {@link #build()} copies. */
    public static final class Builder {
        private Map<String, String> parameters = Map.of();
        private Map<String, String> tableNames = Map.of();
        private String prefix = "";
        private String suffix = "";

        private Builder() {}

        /**
         * Values for the parameters and variables of templates. Default: none, their own defaults hold.
         *
         * @param parameters value by name
         * @return this
         */
        public Builder parameters(Map<String, String> parameters) {
            this.parameters = Map.copyOf(parameters);
            return this;
        }

        /**
         * Real table names for logical ids, and for files that hold indexes without saying of which table. They stay as
         * they are: prefix and suffix aren't put around them. Default: none, a logical id is the table's name.
         *
         * @param tableNames real name by logical id or file name
         * @return this
         */
        public Builder tableNames(Map<String, String> tableNames) {
            this.tableNames = Map.copyOf(tableNames);
            return this;
        }

        /**
         * Put before each table name that a definition gives. Default: nothing.
         *
         * @param prefix the prefix
         * @return this
         */
        public Builder tableNamePrefix(String prefix) {
            this.prefix = prefix;
            return this;
        }

        /**
         * Put after each table name that a definition gives. Default: nothing.
         *
         * @param suffix the suffix
         * @return this
         */
        public Builder tableNameSuffix(String suffix) {
            this.suffix = suffix;
            return this;
        }

        /**
         * Makes the reader.
         *
         * @return the reader
         */
        public DefinitionReader build() {
            return new DefinitionReader(new FormatSettings(parameters, tableNames, prefix, suffix));
        }
    }
}
