package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.GsiEntry;
import java.time.Instant;

/**
 * An index's item.
 *
 * @param gsi what is recorded
 * @param createdAt when it was first recorded in its generation
 * @param updatedAt when it was recorded so
 * @param number the how-manieth write of its run this is: an older one that comes late changes nothing
 * @param isForgotten whether it was dropped: nothing is recorded of the index any more
 */
record StoredEntry(GsiEntry gsi, Instant createdAt, Instant updatedAt, long number, boolean isForgotten) {
    IndexId id() {
        return gsi.id();
    }
}
