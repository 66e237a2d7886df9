package dev.ensuregsis.maven.internal.option;

import org.jspecify.annotations.Nullable;

/**
 * What {@code gsi:create} is told.
 *
 * @param tables which tables, where and as whom
 * @param ensuring what may be created
 * @param waiting how long to wait
 * @param retry how often to try
 * @param backfillWrite the write capacity that indexes of provisioned tables are built with; null for their own
 */
public record CreateOptions(
        TableOptions tables,
        EnsuringOptions ensuring,
        WaitingOptions waiting,
        RetryOptions retry,
        @Nullable Long backfillWrite) {

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
                RetryOptions.read(options),
                backfillWrite(options));
    }

    private static @Nullable Long backfillWrite(OptionReader options) {
        var units = options.count("gsi.backfillWriteCapacity");
        return units == null ? null : Long.valueOf(units);
    }
}
