package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.Target;

/** Keeps a run from working on the very table that its state is kept in. */
final class OwnTable {
    private OwnTable() {}

    static void refuse(Definitions definitions, StateStore store, Target target) {
        for (var table : definitions.tables()) {
            if (store.isKeptIn(table.name(), target)) {
                throw new StateException.Unusable(
                        store.place(),
                        "it is itself one of the tables that are defined. Keep the state in a table of its own.");
            }
        }
    }
}
