package dev.ensuregsis.engine.internal.reconcile;

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
public record Forecast(boolean createsTable, @Nullable Failure failure, List<IndexForecast> indexes) {

    /** Copies the list. */
    public Forecast {
        indexes = List.copyOf(indexes);
    }

    /**
     * That of a table which could not be looked at.
     *
     * @param definition what is wanted
     * @param failure why it could not
     * @return a forecast in which every index fails
     */
    public static Forecast unseen(TableDefinition definition, Failure failure) {
        return new Forecast(
                false,
                failure,
                definition.indexes().stream()
                        .map(index -> new IndexForecast(index, PlannedAction.FAIL, failure))
                        .toList());
    }

    /**
     * That of a table which could not be looked at yet.
     *
     * @param definition what is wanted
     * @return a forecast that leaves all open
     */
    public static Forecast notSeenYet(TableDefinition definition) {
        return new Forecast(
                false,
                null,
                definition.indexes().stream()
                        .map(index -> new IndexForecast(index, PlannedAction.NOT_SEEN, null))
                        .toList());
    }

    /**
     * What a run would do with one index.
     *
     * @param index the index
     * @param action what it would do
     * @param failure why the index can't be ensured; null unless the action is {@link PlannedAction#FAIL}
     */
    public record IndexForecast(
            IndexDefinition index,
            PlannedAction action,
            @Nullable Failure failure) {}
}
