package dev.ensuregsis.maven.internal.option;

import dev.ensuregsis.engine.GsiEngine;

/**
 * What may be created.
 *
 * @param createTables missing tables too
 * @param retryFailed only what failed in an earlier run
 */
public record EnsuringOptions(boolean createTables, boolean retryFailed) {

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
                options.flag("gsi.retryFailed", false));
    }

    /**
     * Allows an engine this, and nothing else.
     *
     * @param engine the engine
     * @return the same
     */
    public GsiEngine.Builder allow(GsiEngine.Builder engine) {
        return engine.createTables(createTables).retryFailed(retryFailed);
    }
}
