package dev.ensuregsis.maven.internal.option;

/**
 * What the goals that compare definitions with tables have in common.
 *
 * @param connection where the tables are and as whom to ask
 * @param definitions what defines them
 * @param state which state tells of earlier runs
 */
public record TableOptions(ConnectionOptions connection, DefinitionOptions definitions, StateChoice state) {

    /**
     * Reads the options.
     *
     * @param options what the user gave; is told what is refused
     * @return the options
     */
    public static TableOptions read(OptionReader options) {
        var connection = ConnectionOptions.read(options);
        return new TableOptions(connection, DefinitionOptions.read(options, connection), StateChoice.read(options));
    }
}
