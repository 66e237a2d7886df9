package dev.ensuregsis.benchmarks.local;

import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Counts what passes through it. */
final class CountingControlPlane extends ForwardingControlPlane {
    final AtomicInteger looks = new AtomicInteger();
    final AtomicInteger lists = new AtomicInteger();
    final AtomicInteger accepted = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();

    CountingControlPlane(ControlPlane behind) {
        super(behind);
    }

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        looks.incrementAndGet();
        return super.describeTable(tableName);
    }

    @Override
    public Set<String> listTables() {
        lists.incrementAndGet();
        return super.listTables();
    }

    @Override
    public Optional<LiveTable> createTable(CreateTableCall call) {
        return count(() -> super.createTable(call));
    }

    @Override
    public void createIndex(CreateIndexCall call) {
        count(() -> {
            super.createIndex(call);
            return Optional.empty();
        });
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
