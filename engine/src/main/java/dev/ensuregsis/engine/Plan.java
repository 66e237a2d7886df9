package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.state.Target;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do now, found by looking and nothing else.
 *
 * @param target what was looked at
 * @param tables every table of the definitions, in order
 */
public record Plan(Target target, List<TablePlan> tables) {

    /** Copies the list. */
    public Plan {
        tables = List.copyOf(tables);
    }

    /**
     * Whether there is nothing to do.
     *
     * @return true if every table is there and every index ACTIVE and as defined
     */
    public boolean isEmpty() {
        return hasOnly(Set.of(PlannedAction.NOTHING));
    }

    /**
     * Whether a run that only retries failed indexes has none to retry, though some that never failed may be missing.
     *
     * @return true if every table is there and every index ACTIVE and as defined, or pending and left so
     */
    public boolean retriesNothing() {
        return hasOnly(Set.of(PlannedAction.NOTHING, PlannedAction.LEAVE_PENDING));
    }

    private boolean hasOnly(Set<PlannedAction> actions) {
        return tables.stream()
                .allMatch(table -> !table.created()
                        && table.failure() == null
                        && table.indexes().stream().allMatch(index -> actions.contains(index.action())));
    }

    /**
     * What would be done with one table.
     *
     * @param tableName the table
     * @param exists whether it exists
     * @param created whether a run would create it
     * @param itemCount items, as DynamoDB last counted; 0 if it doesn't exist
     * @param sizeBytes bytes, as DynamoDB last counted; 0 if it doesn't exist
     * @param indexes its defined indexes, in the order in which they would be made, one after another
     * @param warnings what the user should know before it starts
     * @param failure why nothing of it can be ensured; null if something can
     */
    public record TablePlan(
            String tableName,
            boolean exists,
            boolean created,
            long itemCount,
            long sizeBytes,
            List<IndexPlan> indexes,
            List<String> warnings,
            @Nullable Failure failure) {

        /** Copies the lists. */
        public TablePlan {
            indexes = List.copyOf(indexes);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * What would be done with one index.
     *
     * @param id the index
     * @param definition its definition
     * @param action what would be done
     * @param why why, in words
     * @param failure why it can't be ensured; null unless the action is {@link PlannedAction#FAIL}
     */
    public record IndexPlan(
            IndexId id,
            IndexDefinition definition,
            PlannedAction action,
            String why,
            @Nullable Failure failure) {}
}
