package dev.ensuregsis.maven.internal.option;

import dev.ensuregsis.engine.definition.DefinitionOption;
import dev.ensuregsis.engine.definition.DefinitionReader;
import java.util.List;
import java.util.Map;

/**
 * What defines the indexes, how it is read, and which of it to work on.
 *
 * @param files files and globs; empty for those of the default names
 * @param beans DynamoDbEnhanced classes of the project, each with its table
 * @param reader reads the files
 * @param names which tables and indexes to work on, and what they are called
 */
public record DefinitionOptions(
        List<String> files, Map<String, String> beans, DefinitionReader reader, NameOptions names) {

    /**
     * Reads the options.
     *
     * @param options what the user gave; is told what is refused
     * @param connection where it is about: of several environments, that one is meant
     * @return the options
     */
    public static DefinitionOptions read(OptionReader options, ConnectionOptions connection) {
        var names = NameOptions.read(options);
        var reader = DefinitionReader.builder()
                .parameters(NamedValues.read("gsi.parameters", "name=value", true, options))
                .tableNames(names.tableNames())
                .tableNamePrefix(names.prefix())
                .tableNameSuffix(names.suffix())
                .stacks(options.list("gsi.stack"))
                .region(connection.region())
                .account(connection.account())
                .strict(options.flag("gsi.strictDefinitions", false))
                .optionNames(DefinitionOptions::property)
                .build();
        return new DefinitionOptions(
                options.list("gsi.definitions"),
                NamedValues.read("gsi.beans", "package.Class=table", false, options),
                reader,
                names);
    }

    private static String property(DefinitionOption option) {
        return switch (option) {
            case PARAMETERS -> "gsi.parameters";
            case TABLE_NAMES -> "gsi.tableNames";
            case STACK -> "gsi.stack";
            case ACCOUNT -> "gsi.account";
            case REGION -> "gsi.region";
            case STRICT_DEFINITIONS -> "gsi.strictDefinitions";
        };
    }
}
