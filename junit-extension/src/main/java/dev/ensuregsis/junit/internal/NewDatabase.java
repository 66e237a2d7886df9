package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.control.ControlPlane;
import dev.ensuregsis.engine.control.CreateIndexCall;
import dev.ensuregsis.engine.control.CreateTableCall;
import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.state.Target;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A database that was made a moment ago, and of which nobody else knows: a table that was never asked for isn't there,
 * so the first look at it costs no call. Should it be there all the same, the answer to CreateTable says so, and looks
 * are real from then on. Thread-safe.
 */
final class NewDatabase implements ControlPlane {
    private final ControlPlane database;
    private final Set<String> askedFor = ConcurrentHashMap.newKeySet();

    NewDatabase(ControlPlane database) {
        this.database = database;
    }

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        return askedFor.contains(tableName) ? database.describeTable(tableName) : Optional.empty();
    }

    @Override
    public Optional<LiveTable> createTable(CreateTableCall call) {
        askedFor.add(call.tableName());
        return database.createTable(call);
    }

    @Override
    public void createIndex(CreateIndexCall call) {
        database.createIndex(call);
    }

    @Override
    public Target target() {
        return database.target();
    }

    @Override
    public Optional<String> callerAccount() {
        return database.callerAccount();
    }

    @Override
    public boolean isLocal() {
        return database.isLocal();
    }
}
