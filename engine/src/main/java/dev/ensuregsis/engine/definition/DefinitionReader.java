package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.environment.AskedEnvironment;
import dev.ensuregsis.engine.definition.internal.environment.Candidate;
import dev.ensuregsis.engine.definition.internal.environment.EnvironmentChoice;
import dev.ensuregsis.engine.definition.internal.format.FormatSettings;
import dev.ensuregsis.engine.definition.internal.format.Formats;
import dev.ensuregsis.engine.definition.internal.format.TableNaming;
import dev.ensuregsis.engine.definition.internal.shape.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads definitions from whatever already holds them. The format of a file is told by its content. Several sources make
 * one set of definitions: a table that stands in two of them is merged if they agree. Two tables of one name in different
 * accounts, regions or stacks are two tables: those of the environment that is asked for are taken.
 *
 * <p>Nothing in a file can run code, reach the network or read a file outside the file's own folder.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class DefinitionReader {
    private final FormatSettings settings;
    private final boolean strict;

    private DefinitionReader(FormatSettings settings, boolean strict) {
        this.settings = settings;
        this.strict = strict;
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
     * @throws DefinitionException if a source is missing, unreadable, malformed or contradicts another, if one table is
     *     two in different environments, or if there is no table in all of them; it holds every fault of every source
     */
    public Definitions read(List<DefinitionSource> sources) {
        var faults = new Faults();
        var merge = new TableMerge(faults);
        var candidates = new ArrayList<Candidate>();
        var unread = new ArrayList<Unread>();
        for (var source : sources) {
            if (source instanceof TablesSource inMemory) {
                inMemory.tables()
                        .forEach(table -> faults.attempt(table.place(), () -> renamed(table))
                                .ifPresent(merge::addKeyOnly));
            } else if (source instanceof DocumentSource documents) {
                read(documents, candidates, unread, faults);
            }
        }
        var choice = EnvironmentChoice.of(candidates, settings.asked(), settings::nameOf);
        choice.chosen().forEach(merge::add);
        unread.addAll(choice.elsewhere());
        choice.faults().forEach(faults::add);
        var tables = merge.tables();
        if (strict) {
            unread.stream().filter(Unread::mayBeMissed).forEach(missed -> faults.add(refused(missed)));
        }
        faults.raise();
        if (tables.isEmpty()) {
            throw nothing(unread);
        }
        return new Definitions(tables, unread);
    }

    private void read(DocumentSource documents, List<Candidate> candidates, List<Unread> unread, Faults faults) {
        faults.attempt(Place.of("definitions"), () -> documents.load(unread::add))
                .ifPresent(files -> files.forEach(
                        file -> faults.attempt(Place.of(file.name()), () -> Formats.read(file, settings, faults))
                                .ifPresent(findings -> {
                                    candidates.addAll(findings.tables());
                                    unread.addAll(findings.unread());
                                })));
    }

    private DefinitionFault refused(Unread missed) {
        return new DefinitionFault(
                missed.place(),
                missed.what() + " isn't read because " + missed.because() + " ("
                        + settings.nameOf(DefinitionOption.STRICT_DEFINITIONS) + " refuses what isn't read)");
    }

    private static DefinitionException nothing(List<Unread> unread) {
        var lines = Stream.concat(
                Stream.of("there is no table in what was read"), unread.stream().map(Unread::toString));
        return DocumentSource.refused("definitions", lines.collect(Collectors.joining(System.lineSeparator())));
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
        private AskedEnvironment asked = AskedEnvironment.ANY;
        private boolean strict;
        private Function<DefinitionOption, String> optionNames = DefinitionOption::builderMethod;

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
         * The stacks, stages or workspaces whose tables are meant. Tables that no stack is told of are taken as well.
         * Default: all.
         *
         * @param stacks names, or globs with {@code *} and {@code ?}; empty for all
         * @return this
         */
        public Builder stacks(List<String> stacks) {
            this.asked = new AskedEnvironment(stacks, asked.account(), asked.region());
            return this;
        }

        /**
         * The account whose tables are meant, where a definition tells accounts apart; it is {@code AWS::AccountId} too.
         * Default: any.
         *
         * @param account 12 digits, or null for any
         * @return this
         */
        public Builder account(@Nullable String account) {
            this.asked = new AskedEnvironment(asked.stacks(), account, asked.region());
            return this;
        }

        /**
         * The region whose tables are meant, where a definition tells regions apart; it is {@code AWS::Region} too.
         * Default: any.
         *
         * @param region the region, or null for any
         * @return this
         */
        public Builder region(@Nullable String region) {
            this.asked = new AskedEnvironment(asked.stacks(), asked.account(), region);
            return this;
        }

        /**
         * Whether what isn't read and may hold tables is refused. Default: false, it is told with the definitions.
         *
         * @param strict true to refuse
         * @return this
         * @see Unread#mayBeMissed
         */
        public Builder strict(boolean strict) {
            this.strict = strict;
            return this;
        }

        /**
         * What messages call the options that they ask for. Default: the methods of this builder.
         *
         * @param optionNames the name under which the user gives an option; may be called by several threads
         * @return this
         */
        public Builder optionNames(Function<DefinitionOption, String> optionNames) {
            this.optionNames = optionNames;
            return this;
        }

        /**
         * Makes the reader.
         *
         * @return the reader
         */
        public DefinitionReader build() {
            var naming = new TableNaming(tableNames, prefix, suffix);
            return new DefinitionReader(new FormatSettings(parameters, naming, asked, optionNames), strict);
        }
    }
}
