package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.internal.reconcile.TableRecord.RaisedRecord;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import org.jspecify.annotations.Nullable;

/** What one run has done to lower the write capacity of one index after its build. Touched by the loop's thread only. */
final class CapacityWork {
    private final RaisedCapacity raised;
    private @Nullable Moment loweredAt;
    private int lowerings;

    CapacityWork(RaisedCapacity raised) {
        this.raised = raised;
    }

    /** The capacity that it has for its build. */
    RaisedCapacity raised() {
        return raised;
    }

    /** Its lowering was accepted. */
    void saidToBeLowered(Moment now) {
        loweredAt = now;
        lowerings++;
    }

    RaisedRecord record(Moment now) {
        return new RaisedRecord(raised, loweredAt == null ? null : now.since(loweredAt), lowerings);
    }
}
