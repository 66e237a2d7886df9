package dev.ensuregsis.benchmarks.local;

import dev.ensuregsis.engine.control.ControlPlane;
import dev.ensuregsis.engine.control.ControlPlaneException;
import dev.ensuregsis.engine.control.CreateIndexCall;
import dev.ensuregsis.engine.control.CreateTableCall;
import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.state.Target;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Counts what passes through it. */
final class CountingControlPlane implements ControlPlane {
    final AtomicInteger looks = new AtomicInteger();
    final AtomicInteger accepted = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();
    private final ControlPlane behind;

    CountingControlPlane(ControlPlane behind) {
        this.behind = behind;
    }

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        looks.incrementAndGet();
        return behind.describeTable(tableName);
    }

    @Override
    public Optional<LiveTable> createTable(CreateTableCall call) {
        return count(() -> behind.createTable(call));
    }

    @Override
    public void createIndex(CreateIndexCall call) {
        count(() -> {
            behind.createIndex(call);
            return Optional.empty();
        });
    }

    @Override
    public Target target() {
        return behind.target();
    }

    @Override
    public Optional<String> callerAccount() {
        return behind.callerAccount();
    }

    @Override
    public boolean isLocal() {
        return behind.isLocal();
    }

    private Optional<LiveTable> count(Supplier<Optional<LiveTable>> call) {
        try {
            var shown = call.get();
            accepted.incrementAndGet();
            return shown;
        } catch (ControlPlaneException e) {
            refused.incrementAndGet();
            throw e;
        }
    }
}
