package dev.ensuregsis.engine.spi;

import java.util.Optional;

/** A control plane whose changes are asked of a guard before they are handed on. */
final class GuardedControlPlane extends ForwardingControlPlane {
    private final ChangeGuard guard;

    GuardedControlPlane(ControlPlane next, ChangeGuard guard) {
        super(next);
        this.guard = guard;
    }

    @Override
    public Optional<LiveTable> createTable(CreateTableCall call) {
        guard.check();
        return super.createTable(call);
    }

    @Override
    public void createIndex(CreateIndexCall call) {
        guard.check();
        super.createIndex(call);
    }
}
