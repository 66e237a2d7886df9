package dev.ensuregsis.engine.spi;

import dev.ensuregsis.engine.definition.Throughput;

/**
 * Write capacity that an index has for the time of its build only.
 *
 * @param write the write capacity units that it is built with
 * @param restore what it is to have when it is ACTIVE; both halves present
 */
public record RaisedCapacity(long write, Throughput restore) {}
