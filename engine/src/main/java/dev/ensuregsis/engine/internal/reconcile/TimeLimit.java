package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.GsiEvent;
import java.util.Collection;

/**
 * How long a run may last. After its time it begins nothing, and only brings to an end what it can't leave: an index that is
 * gone, or may be, whose replacement isn't under way. On the loop's thread only.
 */
final class TimeLimit {
    private final Collection<TableWork> tables;
    private final Journal journal;
    private boolean over;

    TimeLimit(Collection<TableWork> tables, Journal journal) {
        this.tables = tables;
        this.journal = journal;
    }

    /** The time is up, which makes no difference to a run that is over. */
    void isUp() {
        over = !tables.stream().allMatch(TableWork::isFinished);
        tables.stream()
                .filter(TableWork::isBetween)
                .forEach(table -> journal.tell(new GsiEvent.Warned("The time is up, and the run goes on until table "
                        + table.name() + " has taken the creation of the index that was deleted to be replaced")));
    }

    boolean wasReached() {
        return over;
    }

    /** Whether it was reached, and nothing is left that can't be left. */
    boolean endsTheRun() {
        return over && tables.stream().noneMatch(TableWork::isBetween);
    }

    boolean mayChange(TableWork table) {
        return !over || table.isBetween();
    }
}
