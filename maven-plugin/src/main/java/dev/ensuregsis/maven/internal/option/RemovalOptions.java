package dev.ensuregsis.maven.internal.option;

/**
 * What {@code gsi:delete} and {@code gsi:replace} are told.
 *
 * @param tables which tables, where and as whom
 * @param waiting how long to wait
 * @param retry how often to try
 */
public record RemovalOptions(TableOptions tables, WaitingOptions waiting, RetryOptions retry) {

    /**
     * Reads the options.
     *
     * @param options what the user gave; is told what is refused
     * @return the options
     */
    public static RemovalOptions read(OptionReader options) {
        var waiting = WaitingOptions.read(options);
        if (!waiting.waits()) {
            options.refuse("gsi.wait", "true here: nobody leaves while an index is being deleted");
        }
        return new RemovalOptions(TableOptions.read(options), waiting, RetryOptions.read(options));
    }
}
