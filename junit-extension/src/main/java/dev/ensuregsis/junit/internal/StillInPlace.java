package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.TableDefinition;
import java.util.HashSet;
import java.util.Set;

/**
 * Tables that were ensured, and that nobody has changed since. The count of a database's changes stands for a look at each
 * of its tables. Not thread-safe.
 */
final class StillInPlace {
    private final Set<TableDefinition> tables = new HashSet<>();
    private long asOf;

    /** Whether a look would find all of it. */
    boolean has(Definitions wanted, long tableChanges) {
        return tableChanges == asOf && tables.containsAll(wanted.tables());
    }

    /**
     * Takes in what was ensured.
     *
     * @param ensured what is in place
     * @param tableChanges the count of changes from before that was looked at
     */
    void add(Definitions ensured, long tableChanges) {
        if (tableChanges != asOf) {
            tables.clear();
            asOf = tableChanges;
        }
        tables.addAll(ensured.tables());
    }
}
