package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.Optional;

/** What little write capacity of an index does to the table that it is added to. Pure. */
final class CapacityWarnings {

    private CapacityWarnings() {}

    /** For an index that is to be added to a table with provisioned capacity. */
    static Optional<String> of(LiveTable table, IndexDefinition index) {
        var ofTable = table.throughput();
        var ofIndex = index.capacity().provisioned();
        if (ofTable == null || ofTable.write() == null || ofIndex == null || ofIndex.write() == null) {
            return Optional.empty();
        }
        return ofIndex.write() >= ofTable.write()
                ? Optional.empty()
                : Optional.of(index.name() + " is given " + ofIndex.write()
                        + " write capacity units, and the table has " + ofTable.write()
                        + ": when the index can't keep up, while it is built or later, DynamoDB throttles writes to the"
                        + " table itself");
    }
}
