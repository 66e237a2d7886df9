package dev.ensuregsis.maven.internal.option;

import dev.ensuregsis.engine.definition.DefinitionReader;
import java.util.HashMap;
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
     * @param connection where it is about: what that says, a template need not be told again
     * @return the options
     */
    public static DefinitionOptions read(OptionReader options, ConnectionOptions connection) {
        var parameters = new HashMap<>(options.pairs("gsi.parameters", "name=value", true));
        if (connection.region() != null) {
            parameters.putIfAbsent("AWS::Region", connection.region());
        }
        if (connection.account() != null) {
            parameters.putIfAbsent("AWS::AccountId", connection.account());
        }
        var names = NameOptions.read(options);
        var reader = DefinitionReader.builder()
                .parameters(parameters)
                .tableNames(names.tableNames())
                .tableNamePrefix(names.prefix())
                .tableNameSuffix(names.suffix())
                .build();
        return new DefinitionOptions(
                options.list("gsi.definitions"),
                options.pairs("gsi.beans", "package.Class=table", false),
                reader,
                names);
    }
}
