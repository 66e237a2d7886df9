package dev.ensuregsis.engine.spi;

import java.util.Optional;
import java.util.Set;

/**
 * Hands every call on to another control plane, for those that see, count or alter some of them. Thread-safe as the other
 * is.
 */
public abstract class ForwardingControlPlane implements ControlPlane {
    private final ControlPlane next;

    /**
     * Stands before another.
     *
     * @param next who gets what is not overridden
     */
    protected ForwardingControlPlane(ControlPlane next) {
        this.next = next;
    }

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        return next.describeTable(tableName);
    }

    @Override
    public Set<String> listTables() {
        return next.listTables();
    }

    @Override
    public Optional<LiveTable> createTable(CreateTableCall call) {
        return next.createTable(call);
    }

    @Override
    public void createIndex(CreateIndexCall call) {
        next.createIndex(call);
    }

    @Override
    public Target target() {
        return next.target();
    }

    @Override
    public Optional<String> callerAccount() {
        return next.callerAccount();
    }

    @Override
    public boolean isLocal() {
        return next.isLocal();
    }
}
