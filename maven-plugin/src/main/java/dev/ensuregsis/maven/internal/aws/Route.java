package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.maven.internal.network.Network;
import java.net.URI;
import java.util.function.Supplier;

/**
 * The way to DynamoDB: said of a call that didn't get there.
 *
 * @param target where it was to go
 * @param network through which proxy
 */
record Route(Target target, Network network) {

    /** Makes a call. */
    <T> T on(Supplier<T> call) {
        try {
            return call.get();
        } catch (ControlPlaneException refused) {
            throw new ControlPlaneException(refused.fault().match(new Routed(words())), refused);
        }
    }

    private String words() {
        var endpoint = target.endpoint();
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
        public ControlPlaneFault notSent(ControlPlaneFault.NotSent fault) {
            return fault;
        }

        @Override
        public ControlPlaneFault unexpected(ControlPlaneFault.Unexpected fault) {
            return fault;
        }
    }
}
