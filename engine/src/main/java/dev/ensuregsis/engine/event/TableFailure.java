package dev.ensuregsis.engine.event;

/**
 * A table that was wanted for itself, without any index, and could not be made.
 *
 * @param tableName the table
 * @param failure why, and what to do
 */
public record TableFailure(String tableName, Failure failure) {}
