package dev.ensuregsis.maven.internal.option;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.spi.CapacityControl;
import org.jspecify.annotations.Nullable;

/**
 * What may be created, and with what.
 *
 * @param createTables missing tables too
 * @param retryFailed only what failed in an earlier run
 * @param backfillWrite the write capacity that indexes of provisioned tables are built with; null for their own
 */
public record EnsuringOptions(
        boolean createTables, boolean retryFailed, @Nullable Long backfillWrite) {

    /**
     * Reads the options.
     *
     * @param options what the user gave; is told what is refused
     * @param connection where it is about: an embedded server is empty, so its tables are always created
     * @return the options
     */
    public static EnsuringOptions read(OptionReader options, ConnectionOptions connection) {
        return new EnsuringOptions(
                options.flag("gsi.createTables", false) || connection.isEmbedded(),
                options.flag("gsi.retryFailed", false),
                backfillWrite(options));
    }

    private static @Nullable Long backfillWrite(OptionReader options) {
        var units = options.count("gsi.backfillWriteCapacity");
        return units == null ? null : Long.valueOf(units);
    }

    /**
     * Allows an engine this, and nothing else.
     *
     * @param engine the engine
     * @param capacity by what it raises and lowers what indexes may write
     * @return the same
     */
    public GsiEngine.Builder allow(GsiEngine.Builder engine, CapacityControl capacity) {
        return engine.createTables(createTables)
                .retryFailed(retryFailed)
                .capacityControl(capacity)
                .backfillWriteCapacity(backfillWrite);
    }
}
