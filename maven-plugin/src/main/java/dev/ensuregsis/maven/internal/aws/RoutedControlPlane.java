package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.spi.ChangeGuard;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.maven.internal.network.Network;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Says of a call that didn't get there where it was to go, and through which proxy. */
final class RoutedControlPlane extends ForwardingControlPlane {
    private final ControlPlane next;
    private final Network network;

    RoutedControlPlane(ControlPlane next, Network network) {
        super(next);
        this.next = next;
        this.network = network;
    }

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        return routed(() -> super.describeTable(tableName));
    }

    /** Where the requests leave, not here: between the two time passes. */
    @Override
    public ControlPlane guardedBy(ChangeGuard guard) {
        return new RoutedControlPlane(next.guardedBy(guard), network);
    }

    @Override
    public Set<String> listTables() {
        return routed(super::listTables);
    }

    @Override
    public Optional<LiveTable> createTable(CreateTableCall call) {
        return routed(() -> super.createTable(call));
    }

    @Override
    public void createIndex(CreateIndexCall call) {
        routed(() -> {
            super.createIndex(call);
            return call;
        });
    }

    private <T> T routed(Supplier<T> call) {
        return new Route(target(), network).on(call);
    }
}
