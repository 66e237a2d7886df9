package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.LiveTable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of ours, for a test to judge afterwards.
 *
 * @param at when it reached DynamoDB, or would have
 * @param kind which call
 * @param tableName the table
 * @param indexName the index that it asked for; null for the other kinds
 * @param done whether it took effect, whatever our side heard
 * @param fault what our side heard of it; null if it succeeded
 * @param seen what it saw; null for the other kinds, or if the table wasn't there
 */
public record CallRecord(
        Instant at,
        Kind kind,
        String tableName,
        @Nullable String indexName,
        boolean done,
        @Nullable ControlPlaneFault fault,
        @Nullable LiveTable seen) {

    /** Which call. */
    public enum Kind {
        LOOK,
        CREATE_TABLE,
        CREATE_INDEX,
        DELETE_INDEX,
        CHANGE_CAPACITY
    }
}
