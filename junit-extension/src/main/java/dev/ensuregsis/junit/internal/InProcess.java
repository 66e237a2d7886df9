package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.ClientControlPlane;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.InProcessDatabase;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A database in this JVM, asked without HTTP: in a JVM as young as a test's, a request through the SDK takes longer than
 * what is asked for. It goes by the address that its clients use. Where DynamoDB Local would hang, it fails: one for each
 * run.
 */
final class InProcess extends ForwardingControlPlane {
    private static final int FAILED = 500;

    private final DynamoDbClient client;
    private final DynamoDbEndpoint endpoint;
    private final StandStill standStill;

    InProcess(InProcessDatabase database, DynamoDbEndpoint endpoint, StandStill standStill) {
        super(ClientControlPlane.ofEmulator(database.client()));
        this.client = database.client();
        this.endpoint = endpoint;
        this.standStill = standStill;
    }

    @Override
    public Target target() {
        return new Target(null, endpoint.region().id(), endpoint.uri().toString());
    }

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        var table = look(tableName);
        table.flatMap(standStill::saw).ifPresent(message -> {
            throw OwnFault.STUCK.with(message);
        });
        return table;
    }

    /**
     * While it adds an index, DynamoDB Local can fail to count the items of a table. Over HTTP that is a 500, after which one looks
     * again; here it is an exception of DynamoDB Local's own.
     */
    private Optional<LiveTable> look(String tableName) {
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

    @Override
    public Optional<LiveTable> createTable(CreateTableCall call) {
        var table = super.createTable(call);
        standStill.moved();
        return table;
    }

    @Override
    public void createIndex(CreateIndexCall call) {
        ItemsInTheWay.of(client, call).ifPresent(message -> {
            throw OwnFault.ITEMS_IN_THE_WAY.with(message);
        });
        try {
            super.createIndex(call);
            standStill.moved();
        } catch (ControlPlaneException refusal) {
            standStill
                    .refused(
                            "index " + call.index().name() + " of " + call.tableName(),
                            refusal.fault().message())
                    .ifPresent(message -> {
                        throw OwnFault.STUCK.with(message);
                    });
            throw refusal;
        }
    }

    /** What DynamoDB Local doesn't say itself. The message says what to do too. */
    enum OwnFault {
        ITEMS_IN_THE_WAY("ItemsInTheWay"),
        STUCK("IndexesStuck");

        private static final int REFUSED = 400;

        private final String code;

        OwnFault(String code) {
            this.code = code;
        }

        /** Whether a failure's code is one of these. */
        static boolean has(String code) {
            for (var fault : values()) {
                if (fault.code.equals(code)) {
                    return true;
                }
            }
            return false;
        }

        private ControlPlaneException with(String message) {
            return new ControlPlaneException(new ControlPlaneFault.Answered(code, message, REFUSED));
        }
    }
}
