package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.Target;

/** Keeps a run from working on the very table that its state is kept in. */
public final class OwnTable {
    private OwnTable() {}

    /**
     * Refuses it, before the state is read: told later, it would be another's table with another key. May block.
     *
     * @param definitions what is to be worked on
     * @param store where the state is kept
     * @param target the DynamoDB that the definitions are about, as far as that is known already
     * @throws StateException.Unusable if the store is kept in one of them
     */
    public static void refuse(Definitions definitions, StateStore store, Target target) {
        for (var table : definitions.tables()) {
            if (store.isKeptIn(table.name(), target)) {
                throw new StateException.Unusable(
                        store.place(),
                        "it is itself one of the tables that are defined. Keep the state in a table of its own.");
            }
        }
    }
}
