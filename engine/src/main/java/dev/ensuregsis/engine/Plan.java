package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.state.Target;
import java.util.List;
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
     * @return true if every index is ACTIVE and as defined
     */
    public boolean isEmpty() {
        return tables.stream()
                .flatMap(table -> table.indexes().stream())
                .allMatch(index -> index.action() == Action.NOTHING);
    }

    /**
     * What would be done with one table.
     *
     * @param tableName the table
     * @param exists whether it exists
     * @param itemCount items, as DynamoDB last counted; 0 if it doesn't exist
     * @param sizeBytes bytes, as DynamoDB last counted; 0 if it doesn't exist
     * @param indexes its defined indexes, in the order in which they would be made, one after another
     * @param warnings what the user should know before it starts
     */
    public record TablePlan(
            String tableName,
            boolean exists,
            long itemCount,
            long sizeBytes,
            List<IndexPlan> indexes,
            List<String> warnings) {

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
     * @param failure why it can't be ensured; null unless the action is {@link Action#FAIL}
     */
    public record IndexPlan(
            IndexId id,
            IndexDefinition definition,
            Action action,
            String why,
            @Nullable Failure failure) {}

    /** What a run would do with an index. */
    public enum Action {
        /** It is ACTIVE and as defined. */
        NOTHING,
        /** It is being built: wait for it. */
        WAIT,
        /** Create it on its table. */
        CREATE,
        /** Create its table with it. */
        CREATE_WITH_TABLE,
        /** It failed in an earlier run, and is left alone without {@code retryFailed}. */
        LEAVE_FAILED,
        /** It can't be ensured. */
        FAIL
    }
}
