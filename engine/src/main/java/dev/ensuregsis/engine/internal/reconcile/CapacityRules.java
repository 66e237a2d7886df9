package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.internal.reconcile.TableRecord.IndexRecord;
import dev.ensuregsis.engine.internal.reconcile.TableRecord.RaisedRecord;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reconciler's rules for write capacity that an index has for the time of its build: it is lowered when the index is
 * ACTIVE, and only where it still is what it was raised to. Another's change wins. Pure.
 */
final class CapacityRules {
    /** So often a lowering is asked for that is accepted and has no effect. */
    private static final int MOST_LOWERINGS = 5;

    private final TableRecord record;
    private final RunRules rules;
    private final RemovalRules removals;

    CapacityRules(TableRecord record, RunRules rules, RemovalRules removals) {
        this.record = record;
        this.rules = rules;
        this.removals = removals;
    }

    /** What an index is built with, if that is more than it is to have. */
    static @Nullable RaisedCapacity raised(CreateIndexCall call, LiveTable table, RunRules rules) {
        var own = call.index().capacity().provisioned();
        var write = rules.backfillWrite();
        return write == null
                        || own == null
                        || own.write() == null
                        || table.billingMode() != BillingMode.PROVISIONED
                        || own.write() >= write
                ? null
                : new RaisedCapacity(write, own);
    }

    /** Whether nothing is left to be lowered that this look shows: what is built by then is the next run's. */
    boolean areOver(Optional<LiveTable> observed) {
        return observed.filter(table -> table.status() == TableStatus.ACTIVE || table.status() == TableStatus.UPDATING)
                .flatMap(this::lowering)
                .isEmpty();
    }

    /** What is to be done about the first index that is built and still has what it was built with, and stays. */
    Optional<Decision> lowering(LiveTable table) {
        for (Map.Entry<String, IndexRecord> index : record.indexes().entrySet()) {
            var raised = index.getValue().raised();
            if (raised != null && !index.getValue().standing().isFinal()) {
                var live = table.index(index.getKey()).filter(one -> !removals.isLeaving(table, one.name()));
                if (live.isPresent()) {
                    var decision = lowering(table, live.get(), raised);
                    if (decision.isPresent()) {
                        return decision;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Decision> lowering(LiveTable table, LiveIndex live, RaisedRecord raised) {
        if (live.status() != IndexStatus.ACTIVE) {
            // Lowered is what a look shows of an index that is ACTIVE again.
            return live.status() == IndexStatus.UPDATING && raised.sinceAsked() != null
                    ? Optional.of(new Decision.Wait(Phase.TABLE_BUSY, live.name()))
                    : Optional.empty();
        }
        var capacity = raised.capacity();
        var now = live.throughput();
        if (now == null || !Objects.equals(now.write(), capacity.write())) {
            return Optional.of(new Decision.CapacityRestored(
                    live.name(), capacity.restore().equals(now) ? null : words(now)));
        }
        if (raised.sinceAsked() != null && raised.sinceAsked().compareTo(rules.patience()) < 0) {
            return Optional.of(new Decision.Wait(Phase.TABLE_BUSY, live.name()));
        }
        if (raised.times() >= MOST_LOWERINGS) {
            return Optional.of(
                    new Decision.Fail(live.name(), Objections.capacityStays(table.name(), live.name(), capacity)));
        }
        return Optional.of(new Decision.LowerCapacity(table.name(), live.name(), capacity));
    }

    private static String words(@Nullable Throughput throughput) {
        return throughput == null ? "none" : throughput.read() + " read, " + throughput.write() + " write";
    }
}
