package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.Target;

/**
 * Where a state is kept, for people.
 *
 * @param table the table's name
 * @param target where that is
 */
record TablePlace(String table, Target target) {
    String text() {
        return "table " + table;
    }
}
