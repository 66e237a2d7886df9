package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.TableFailure;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.Target;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a loop ended.
 *
 * @param target what it worked on
 * @param indexes what became of each index
 * @param failedTables tables without any index that could not be made
 * @param waits what each table that the loop had not done with was waiting for
 * @param timedOut whether it stopped at its timeout
 * @param leftBuilding whether something was left building because it was told not to wait
 * @param abortedBy why it ended early; null if it didn't
 * @param thrown what a call threw that ended it; null if it was nothing of the kind
 */
public record LoopOutcome(
        Target target,
        List<IndexReport> indexes,
        List<TableFailure> failedTables,
        List<GsiEvent.Waiting> waits,
        boolean timedOut,
        boolean leftBuilding,
        @Nullable Failure abortedBy,
        @Nullable Throwable thrown) {

    /** Copies the lists. */
    public LoopOutcome {
        indexes = List.copyOf(indexes);
        failedTables = List.copyOf(failedTables);
        waits = List.copyOf(waits);
    }

    static LoopOutcome of(
            Collection<TableWork> tables,
            Target target,
            List<GsiEvent.Waiting> waits,
            boolean timedOut,
            boolean leftBuilding,
            @Nullable Failure abortedBy) {
        return new LoopOutcome(
                target, indexesOf(tables), failedOf(tables), waits, timedOut, leftBuilding, abortedBy, null);
    }

    /** The same, with what a call threw, if it was that which ended it. */
    LoopOutcome after(@Nullable Throwable unexpected) {
        return unexpected == null || abortedBy == null || abortedBy.kind() != FailureKind.UNEXPECTED
                ? this
                : new LoopOutcome(target, indexes, failedTables, waits, timedOut, leftBuilding, abortedBy, unexpected);
    }

    /** What became of each index of these tables. */
    private static List<IndexReport> indexesOf(Collection<TableWork> tables) {
        return tables.stream().flatMap(TableWork::reports).toList();
    }

    /** Those of these tables that could not be made. */
    private static List<TableFailure> failedOf(Collection<TableWork> tables) {
        return tables.stream()
                .flatMap(table ->
                        Optional.ofNullable(table.failure())
                                .map(failure -> new TableFailure(table.name(), failure))
                                .stream())
                .toList();
    }
}
