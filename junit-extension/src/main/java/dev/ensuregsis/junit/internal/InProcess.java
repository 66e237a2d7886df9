package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.ClientControlPlane;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.InProcessDatabase;

/**
 * A database in this JVM, asked without HTTP: in a JVM as young as a test's, a request through the SDK takes longer than
 * what is asked for. It goes by the address that its clients use.
 */
final class InProcess extends ForwardingControlPlane {
    private final DynamoDbEndpoint endpoint;

    InProcess(InProcessDatabase database, DynamoDbEndpoint endpoint) {
        super(ClientControlPlane.ofEmulator(database.client()));
        this.endpoint = endpoint;
    }

    @Override
    public Target target() {
        return new Target(null, endpoint.region().id(), endpoint.uri().toString());
    }
}
