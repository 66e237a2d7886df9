package dev.ensuregsis.engine.internal.estimate;

import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do with one table.
 *
 * @param definition what is wanted
 * @param live the table as it was seen; empty if it isn't there or wasn't seen
 * @param actions what would be done with each index, in order
 * @param backfillWrite the write capacity units that an index of a provisioned table is built with; null for its own
 */
public record PlannedTable(
        TableDefinition definition,
        Optional<LiveTable> live,
        Map<String, PlannedAction> actions,
        @Nullable Long backfillWrite) {

    /** Copies the map, in its order. */
    public PlannedTable {
        actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
    }
}
