package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.maven.internal.network.Network;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Says of a call that didn't get there where it was to go, and through which proxy. */
final class RoutedControlPlane extends ForwardingControlPlane {
    private final Network network;

    RoutedControlPlane(ControlPlane next, Network network) {
        super(next);
        this.network = network;
    }

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        return routed(() -> super.describeTable(tableName));
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
        try {
            return call.get();
        } catch (ControlPlaneException refused) {
            throw new ControlPlaneException(refused.fault().match(new Routed(route())), refused);
        }
    }

    private String route() {
        var endpoint = target().endpoint();
        if (endpoint == null) {
            return "";
        }
        var proxy = network.proxyTo(URI.create(endpoint)).map(server -> " through the proxy " + server);
        return " [to " + endpoint + proxy.orElse("") + "]";
    }

    private record Routed(String route) implements ControlPlaneFault.Cases<ControlPlaneFault> {
        @Override
        public ControlPlaneFault answered(ControlPlaneFault.Answered fault) {
            return fault;
        }

        @Override
        public ControlPlaneFault notConnected(ControlPlaneFault.NotConnected fault) {
            return new ControlPlaneFault.NotConnected(fault.message() + route);
        }

        @Override
        public ControlPlaneFault timedOut(ControlPlaneFault.TimedOut fault) {
            return new ControlPlaneFault.TimedOut(fault.message() + route);
        }

        @Override
        public ControlPlaneFault notTrusted(ControlPlaneFault.NotTrusted fault) {
            return new ControlPlaneFault.NotTrusted(fault.message() + route);
        }

        @Override
        public ControlPlaneFault proxyRefused(ControlPlaneFault.ProxyRefused fault) {
            return new ControlPlaneFault.ProxyRefused(fault.httpStatus(), fault.message() + route);
        }

        @Override
        public ControlPlaneFault noAnswer(ControlPlaneFault.NoAnswer fault) {
            return new ControlPlaneFault.NoAnswer(fault.message() + route);
        }

        @Override
        public ControlPlaneFault unknownHost(ControlPlaneFault.UnknownHost fault) {
            return new ControlPlaneFault.UnknownHost(fault.message() + route);
        }

        @Override
        public ControlPlaneFault noCredentials(ControlPlaneFault.NoCredentials fault) {
            return fault;
        }

        @Override
        public ControlPlaneFault unexpected(ControlPlaneFault.Unexpected fault) {
            return fault;
        }
    }
}
