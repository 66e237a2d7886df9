package dev.ensuregsis.maven.internal.embedded;

import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.maven.internal.option.Endpoint;

/**
 * The DynamoDB Local of a session. It has another port each time, so it goes by its name: else no run could go on with
 * the state of an earlier one.
 */
public final class EmbeddedControlPlane extends ForwardingControlPlane {

    /**
     * Gives it its name.
     *
     * @param server how to talk to it
     */
    public EmbeddedControlPlane(ControlPlane server) {
        super(server);
    }

    @Override
    public Target target() {
        return new Target(null, super.target().region(), Endpoint.EMBEDDED);
    }
}
