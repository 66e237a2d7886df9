package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.Failure;

/** The work on a table that is wanted for itself, without any index. */
final class TableItself extends Work {
    private final String tableName;

    TableItself(String tableName) {
        this.tableName = tableName;
    }

    @Override
    String name() {
        return tableName;
    }

    @Override
    void asking(Moment now) {}

    /** The table's own traces are the table's. */
    @Override
    void saidToExist(Moment now) {}

    @Override
    void fail(Moment now, Failure why) {
        failsBecauseOf(why);
    }
}
