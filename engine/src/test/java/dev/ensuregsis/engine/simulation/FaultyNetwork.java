package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.simulation.CallRecord.Kind;
import dev.ensuregsis.engine.spi.CapacityControl;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.IndexRemoval;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An account as one process of ours reaches it: through faults, and with every call written down. */
public final class FaultyNetwork extends ForwardingControlPlane implements IndexRemoval, CapacityControl {
    private final SimulatedAccount account;
    private final SimulatedTimeline timeline;
    private final FaultPlan plan;
    private final Consumer<CallRecord> trail;

    public FaultyNetwork(
            SimulatedAccount account, SimulatedTimeline timeline, FaultPlan plan, Consumer<CallRecord> trail) {
        super(account);
        this.account = account;
        this.timeline = timeline;
        this.plan = plan;
        this.trail = trail;
    }

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        var fault = plan.next(Kind.LOOK);
        timeline.stall(fault.delay());
        Optional<LiveTable> seen = Optional.empty();
        try {
            if (fault.reaches()) {
                seen = account.describeTable(tableName);
            }
            hear(fault);
            record(Kind.LOOK, tableName, null, fault.reaches(), null, seen.orElse(null));
            return seen;
        } catch (ControlPlaneException refused) {
            record(Kind.LOOK, tableName, null, false, refused, null);
            throw refused;
        }
    }

    @Override
    public Optional<String> callerAccount() {
        return plan.tellsCaller() ? super.callerAccount() : Optional.empty();
    }

    @Override
    public Optional<LiveTable> createTable(CreateTableCall call) {
        return mutate(Kind.CREATE_TABLE, call.tableName(), null, () -> account.createTable(call));
    }

    @Override
    public void createIndex(CreateIndexCall call) {
        mutate(Kind.CREATE_INDEX, call.tableName(), call.index().name(), () -> {
            account.createIndex(call);
            return Optional.empty();
        });
    }

    @Override
    public void deleteIndex(String tableName, String indexName) {
        mutate(Kind.DELETE_INDEX, tableName, indexName, () -> {
            account.deleteIndex(tableName, indexName);
            return Optional.empty();
        });
    }

    @Override
    public void changeCapacity(String tableName, String indexName, Throughput throughput) {
        mutate(Kind.CHANGE_CAPACITY, tableName, indexName, () -> {
            account.changeCapacity(tableName, indexName, throughput);
            return Optional.empty();
        });
    }

    private Optional<LiveTable> mutate(
            Kind kind, String tableName, @Nullable String indexName, Supplier<Optional<LiveTable>> call) {
        var fault = plan.next(kind);
        timeline.stall(fault.delay());
        boolean done = false;
        Optional<LiveTable> shown = Optional.empty();
        try {
            if (fault.reaches()) {
                shown = call.get();
                done = true;
            }
            hear(fault);
            record(kind, tableName, indexName, done, null, null);
            return shown;
        } catch (ControlPlaneException refused) {
            record(kind, tableName, indexName, done, refused, null);
            throw refused;
        }
    }

    private static void hear(Fault fault) {
        if (fault.heard() != null) {
            throw new ControlPlaneException(fault.heard());
        }
    }

    private void record(
            Kind kind,
            String tableName,
            @Nullable String indexName,
            boolean done,
            @Nullable ControlPlaneException refused,
            @Nullable LiveTable seen) {
        trail.accept(new CallRecord(
                timeline.instant(), kind, tableName, indexName, done, refused == null ? null : refused.fault(), seen));
    }
}
