package dev.ensuregsis.engine.spi;

import org.jspecify.annotations.Nullable;

/**
 * A table whose items are to be read.
 *
 * @param table the table
 * @param identity what tells it from a later table of the same name: its id, or when it was made; null where the endpoint
 *     tells neither
 * @param onDemandReadUnits on demand, the read units a second that it surely serves: its warm throughput, or the maximum
 *     that is set for it if that is lower; null if it is provisioned, or the endpoint doesn't tell
 */
public record ReadableTable(
        LiveTable table,
        @Nullable String identity,
        @Nullable Long onDemandReadUnits) {}
