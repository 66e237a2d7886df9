package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.ClientControlPlane;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.InProcessDatabase;
import java.util.Optional;

/**
 * A database in this JVM, asked without HTTP: in a JVM as young as a test's, a request through the SDK takes longer than
 * what is asked for. It goes by the address that its clients use.
 */
final class InProcess extends ForwardingControlPlane {
    private static final int FAILED = 500;

    private final DynamoDbEndpoint endpoint;

    InProcess(InProcessDatabase database, DynamoDbEndpoint endpoint) {
        super(ClientControlPlane.ofEmulator(database.client()));
        this.endpoint = endpoint;
    }

    @Override
    public Target target() {
        return new Target(null, endpoint.region().id(), endpoint.uri().toString());
    }

    /**
     * While it adds an index, DynamoDB Local can fail to count the items of a table. Over HTTP that is a 500, after which one looks
     * again; here it is an exception of DynamoDB Local's own.
     */
    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        try {
            return super.describeTable(tableName);
        } catch (ControlPlaneException failure) {
            if (failure.fault() instanceof ControlPlaneFault.Unexpected unexpected) {
                throw new ControlPlaneException(
                        new ControlPlaneFault.Answered("InternalFailure", unexpected.message(), FAILED), failure);
            }
            throw failure;
        }
    }
}
