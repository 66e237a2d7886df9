package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.internal.reconcile.TableRecord.RaisedRecord;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import org.jspecify.annotations.Nullable;

/** What one run has done about the write capacity of one index. Touched by the loop's thread only. */
final class CapacityWork {
    private @Nullable RaisedCapacity raised;
    private @Nullable Moment loweredAt;
    private int lowerings;

    /** The capacity that it has for its build; null if it has its own. */
    void raised(@Nullable RaisedCapacity capacity) {
        raised = capacity;
        loweredAt = null;
        lowerings = 0;
    }

    @Nullable
    RaisedCapacity raised() {
        return raised;
    }

    /** Its lowering was accepted. */
    void saidToBeLowered(Moment now) {
        loweredAt = now;
        lowerings++;
    }

    @Nullable
    RaisedRecord record(Moment now) {
        return raised == null
                ? null
                : new RaisedRecord(raised, loweredAt == null ? null : now.since(loweredAt), lowerings);
    }
}
