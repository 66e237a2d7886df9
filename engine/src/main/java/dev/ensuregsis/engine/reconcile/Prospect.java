package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.PlannedAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do with one table if all went well.
 *
 * @param createsTable whether it would create the table
 * @param failure why nothing of the table can be ensured; null if something can
 * @param indexes its defined indexes, in the order in which they would be made
 */
public record Prospect(boolean createsTable, @Nullable Failure failure, List<IndexProspect> indexes) {

    /** Copies the list. */
    public Prospect {
        indexes = List.copyOf(indexes);
    }

    /**
     * That of a table which could not be looked at.
     *
     * @param definition what is wanted
     * @param failure why it could not
     * @return a prospect in which every index fails
     */
    public static Prospect unseen(TableDefinition definition, Failure failure) {
        return new Prospect(
                false,
                failure,
                definition.indexes().stream()
                        .map(index -> new IndexProspect(index, PlannedAction.FAIL, failure))
                        .toList());
    }

    /**
     * What a run would do with one index.
     *
     * @param index the index
     * @param action what it would do
     * @param failure why the index can't be ensured; null unless the action is {@link PlannedAction#FAIL}
     */
    public record IndexProspect(
            IndexDefinition index,
            PlannedAction action,
            @Nullable Failure failure) {}
}
