package dev.ensuregsis.engine;

import dev.ensuregsis.engine.internal.control.SdkIndexRemoval;
import dev.ensuregsis.engine.spi.ChangeGuard;
import dev.ensuregsis.engine.spi.IndexRemoval;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The deletion of indexes through an SDK client, whose own retries don't apply to what is sent from here. Thread-safe as
 * the client is; the client stays the caller's to close. An engine that isn't given it deletes nothing.
 */
public final class ClientIndexRemoval implements IndexRemoval {
    private final SdkIndexRemoval removal;

    /**
     * Through a client.
     *
     * @param client the client
     */
    public ClientIndexRemoval(DynamoDbClient client) {
        this.removal = new SdkIndexRemoval(client);
    }

    @Override
    public void deleteIndex(String tableName, String indexName) {
        removal.deleteIndex(tableName, indexName);
    }

    /** Asked when a call leaves, credentials found and signed with. */
    @Override
    public IndexRemoval removalGuardedBy(ChangeGuard guard) {
        return removal.removalGuardedBy(guard);
    }
}
