package dev.ensuregsis.engine.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of an index that is built.
 *
 * @param progress how far it has come; null if that isn't known
 * @param throttling whether it is throttled; null if that isn't known or wasn't asked for
 */
public record BuildFigures(
        @Nullable Progress progress, @Nullable Throttling throttling) {

    /**
     * How far an index has come.
     *
     * @param percent from 0 to 100
     * @param at when that was so: measurements come late
     */
    public record Progress(double percent, Instant at) {}

    /**
     * How an index takes what is written into it.
     *
     * @param events writes that were throttled lately
     * @param consumedPerSecond write units that were taken a second
     */
    public record Throttling(double events, double consumedPerSecond) {}
}
