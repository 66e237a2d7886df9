package dev.ensuregsis.maven.internal.option;

/**
 * What {@code gsi:run} is told.
 *
 * @param tables which tables, on its own server
 * @param server what that is to be like
 */
public record RunOptions(TableOptions tables, EmbeddedOptions server) {
    /** Where DynamoDB Local listens by itself. */
    private static final int USUAL_PORT = 8000;

    /**
     * Reads the options. What says where other goals work, and as whom, has no say here; of several environments that are
     * defined, theirs is meant all the same.
     *
     * @param options what the user gave; is told what is refused
     * @return the options
     */
    public static RunOptions read(OptionReader options) {
        var server = EmbeddedOptions.read(options).orOnPort(USUAL_PORT);
        var environment = ConnectionOptions.read(options);
        return new RunOptions(
                new TableOptions(
                        new ConnectionOptions(new Endpoint.Embedded(server), environment.region(), null, null, null),
                        DefinitionOptions.read(options, environment),
                        StateChoice.DEFAULT),
                server);
    }
}
