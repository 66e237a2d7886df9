package dev.ensuregsis.engine.internal.estimate;

import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run would do with one table.
 *
 * @param definition what is wanted
 * @param live the table as it was seen; empty if it isn't there or wasn't seen
 * @param actions what would be done with each index, in order
 */
public record PlannedTable(TableDefinition definition, Optional<LiveTable> live, Map<String, PlannedAction> actions) {

    /** Copies the map, in its order. */
    public PlannedTable {
        actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
    }
}
