package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.estimate.RunEstimate;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.event.TableFailure;
import dev.ensuregsis.engine.spi.Target;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do now, found by looking and nothing else.
 *
 * @param target what was looked at
 * @param tables every table of the definitions, in order
 * @param retry what there is to retry; null unless the run is to retry only what failed
 * @param estimate what the run is expected to take and to cost; null on an emulator, which takes seconds
 */
public record Plan(
        Target target,
        List<TablePlan> tables,
        @Nullable Retry retry,
        @Nullable RunEstimate estimate) {

    /** Copies the list. */
    public Plan {
        tables = List.copyOf(tables);
    }

    /**
     * A plan without an estimate.
     *
     * @param target what was looked at
     * @param tables every table of the definitions, in order
     * @param retry what there is to retry; null unless the run is to retry only what failed
     */
    public Plan(Target target, List<TablePlan> tables, @Nullable Retry retry) {
        this(target, tables, retry, null);
    }

    /**
     * Whether every table is there and every index ACTIVE and as defined.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return hasOnly(Set.of(PlannedAction.NOTHING));
    }

    /**
     * Whether a run would find nothing to do and be green: all is there, or it may stay as it is.
     *
     * @return true if so
     */
    public boolean asksForNothing() {
        return hasOnly(Set.of(PlannedAction.NOTHING, PlannedAction.LEAVE_PENDING))
                && verdict().isGreen();
    }

    /**
     * The verdict on a run that goes as planned, by the function that judges runs.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return Verdict.of(new Verdict.Facts(
                RunReport.Ending.COMPLETE,
                tables.stream()
                        .flatMap(table -> table.indexes().stream())
                        .map(IndexPlan::foreseen)
                        .toList(),
                tables.stream()
                        .filter(table -> table.indexes().isEmpty() && table.failure() != null)
                        .map(table -> new TableFailure(table.tableName(), Objects.requireNonNull(table.failure())))
                        .toList(),
                retry));
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
            @Nullable Failure failure) {

        /** What would become of it. */
        IndexReport foreseen() {
            var outcome = switch (action) {
                case NOTHING, LOWER_CAPACITY -> Outcome.ALREADY_ACTIVE;
                case WAIT, CREATE, CREATE_WITH_TABLE -> Outcome.CREATED;
                case REPLACE -> Outcome.REPLACED;
                case DELETE -> Outcome.DELETED;
                case LEAVE_FAILED -> Outcome.LEFT_FAILED;
                case LEAVE_PENDING -> Outcome.PENDING;
                case NOT_SEEN, FAIL -> Outcome.FAILED;
            };
            return new IndexReport(id, outcome, 0, null, null, failure);
        }
    }
}
