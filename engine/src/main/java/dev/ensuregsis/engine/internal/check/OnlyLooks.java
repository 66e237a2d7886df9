package dev.ensuregsis.engine.internal.check;

import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.ReadableTable;
import dev.ensuregsis.engine.spi.TableItems;
import dev.ensuregsis.engine.spi.Target;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets a survey look at tables through a port that can't change them, and keeps what it shows besides. Thread-safe. */
final class OnlyLooks implements ControlPlane {
    private final TableItems items;
    private final Map<String, ReadableTable> seen = new ConcurrentHashMap<>();

    OnlyLooks(TableItems items) {
        this.items = items;
    }

    /** What the last look at a table showed. */
    Optional<ReadableTable> seen(String tableName) {
        return Optional.ofNullable(seen.get(tableName));
    }

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        var found = items.describeTable(tableName);
        found.ifPresentOrElse(table -> seen.put(tableName, table), () -> seen.remove(tableName));
        return found.map(ReadableTable::table);
    }

    @Override
    public Set<String> listTables() {
        throw new UnsupportedOperationException("a check lists no tables");
    }

    @Override
    public Optional<LiveTable> createTable(CreateTableCall call) {
        throw new UnsupportedOperationException("a check creates no table");
    }

    @Override
    public void createIndex(CreateIndexCall call) {
        throw new UnsupportedOperationException("a check creates no index");
    }

    @Override
    public Target target() {
        return items.target();
    }

    @Override
    public Optional<String> callerAccount() {
        return items.callerAccount();
    }

    @Override
    public boolean isLocal() {
        return items.isLocal();
    }
}
