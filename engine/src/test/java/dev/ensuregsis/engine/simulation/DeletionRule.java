package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.time.Instant;
import java.util.List;

/** One rule by which DynamoDB refuses to delete an index. Each stands once, here, under its place in the reference. */
@FunctionalInterface
interface DeletionRule {

    /** Throws the refusal, if it applies. */
    void check(SimulatedIndex index, SimulatedTable table, Instant now);

    /** Only a table that is whole and at rest can be changed. */
    DeletionRule TABLE_IS_THERE = (index, table, now) -> {
        switch (table.statusAt(now)) {
            case DELETING ->
                throw Refusal.resourceInUse(
                        "Attempt to change a resource which is still in use: Table is being deleted: " + table.name());
            case INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED ->
                throw Refusal.validation(
                        "The table is not in a state in which it can be updated: " + table.statusAt(now));
            default -> {}
        }
    };

    /** Reference 1.3: it is refused while resources are allocated; while it backfills it may be deleted. */
    DeletionRule INDEX_IS_ALLOCATED = (index, table, now) -> {
        if (index.statusAt(now) == IndexStatus.CREATING && !index.backfillingAt(now)) {
            throw Refusal.resourceInUse(
                    "Attempt to change a resource which is still in use: Index is being created: " + index.name());
        }
    };

    /** Reference 1.2: a table that is UPDATING or CREATING is in use. */
    DeletionRule TABLE_IS_ACTIVE = (index, table, now) -> {
        if (table.statusAt(now) == TableStatus.CREATING || table.statusAt(now) == TableStatus.UPDATING) {
            throw Refusal.resourceInUse(
                    "Attempt to change a resource which is still in use: Table is being updated: " + table.name());
        }
    };

    /** Reference 1.1 and 1.13: one at a time, whatever is done with it. */
    DeletionRule ONE_INDEX_AT_A_TIME = (index, table, now) -> {
        if (table.indexesAt(now).anyMatch(other -> other != index && other.statusAt(now) != IndexStatus.ACTIVE)) {
            throw Refusal.limitExceeded("Subscriber limit exceeded: "
                    + "Only 1 online index can be created or deleted simultaneously per table");
        }
    };

    /** What is checked, in this order. */
    List<DeletionRule> ALL = List.of(TABLE_IS_THERE, INDEX_IS_ALLOCATED, TABLE_IS_ACTIVE, ONE_INDEX_AT_A_TIME);
}
