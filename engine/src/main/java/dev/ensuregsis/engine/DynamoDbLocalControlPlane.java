package dev.ensuregsis.engine;

import dev.ensuregsis.engine.internal.control.BackfillFault;
import dev.ensuregsis.engine.internal.control.ItemsInTheWay;
import dev.ensuregsis.engine.internal.control.StandStill;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A DynamoDB Local of one's own, asked so that an index fails where it would be waited for without end. Its backfill dies at an
 * item with NULL, a boolean, a list, a map or a set for an attribute of the index's key, and the index stays CREATING: so each
 * table is read for such items (a scan) before an index is added to it, and a database in which nothing has moved for 30
 * seconds is given up. Not for a database whose tables are large. Thread-safe; one for each run.
 */
public final class DynamoDbLocalControlPlane extends ForwardingControlPlane {
    private final DynamoDbClient client;
    private final StandStill standStill = new StandStill(System::nanoTime);

    /**
     * Stands before a control plane of DynamoDB Local.
     *
     * @param server how the server is asked
     * @param client reads the items there; the caller's to close
     */
    public DynamoDbLocalControlPlane(ControlPlane server, DynamoDbClient client) {
        super(server);
        this.client = client;
    }

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        var table = super.describeTable(tableName);
        table.flatMap(standStill::saw).ifPresent(message -> {
            throw BackfillFault.STUCK.with(message);
        });
        return table;
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
            throw BackfillFault.ITEMS_IN_THE_WAY.with(message);
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
                        throw BackfillFault.STUCK.with(message);
                    });
            throw refusal;
        }
    }
}
