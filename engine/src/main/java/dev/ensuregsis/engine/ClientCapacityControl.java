package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.internal.control.SdkCapacityControl;
import dev.ensuregsis.engine.spi.CapacityControl;
import dev.ensuregsis.engine.spi.ChangeGuard;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The change of an index's capacity through an SDK client, whose own retries don't apply to what is sent from here.
 * Thread-safe as the client is; the client stays the caller's to close.
 */
public final class ClientCapacityControl implements CapacityControl {
    private final SdkCapacityControl control;

    /**
     * Through a client.
     *
     * @param client the client
     */
    public ClientCapacityControl(DynamoDbClient client) {
        this.control = new SdkCapacityControl(client);
    }

    @Override
    public void changeCapacity(String tableName, String indexName, Throughput throughput) {
        control.changeCapacity(tableName, indexName, throughput);
    }

    /** Asked when a call leaves, credentials found and signed with. */
    @Override
    public CapacityControl capacityGuardedBy(ChangeGuard guard) {
        return control.capacityGuardedBy(guard);
    }
}
