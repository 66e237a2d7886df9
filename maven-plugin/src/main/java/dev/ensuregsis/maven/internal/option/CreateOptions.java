package dev.ensuregsis.maven.internal.option;

/**
 * What {@code gsi:create} is told.
 *
 * @param tables which tables, where and as whom
 * @param ensuring what may be created
 * @param waiting how long to wait
 * @param retry how often to try
 */
public record CreateOptions(TableOptions tables, EnsuringOptions ensuring, WaitingOptions waiting, RetryOptions retry) {

    /**
     * Reads the options.
     *
     * @param options what the user gave; is told what is refused
     * @return the options
     */
    public static CreateOptions read(OptionReader options) {
        var tables = TableOptions.read(options);
        return new CreateOptions(
                tables,
                EnsuringOptions.read(options, tables.connection()),
                WaitingOptions.read(options),
                RetryOptions.read(options));
    }
}
