package dev.ensuregsis.engine.definition;

import org.jspecify.annotations.Nullable;

/**
 * A rate of reads and of writes. What it counts depends on where it stands in {@link Capacity}.
 *
 * @param read reads, or null where the definition leaves them out
 * @param write writes, or null where the definition leaves them out
 */
public record Throughput(@Nullable Long read, @Nullable Long write) {}
