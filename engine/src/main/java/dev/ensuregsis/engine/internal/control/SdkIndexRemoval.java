package dev.ensuregsis.engine.internal.control;

import dev.ensuregsis.engine.spi.ChangeGuard;
import dev.ensuregsis.engine.spi.IndexRemoval;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DeleteGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;

/** The deletion of indexes behind an SDK client, whose own retries don't apply to it. Thread-safe as the client is. */
public final class SdkIndexRemoval implements IndexRemoval {
    private final DynamoDbClient client;
    private final AwsRequestOverrideConfiguration changes;

    /**
     * Wraps a client.
     *
     * @param client the client; stays the caller's to close
     */
    public SdkIndexRemoval(DynamoDbClient client) {
        this(client, null);
    }

    private SdkIndexRemoval(DynamoDbClient client, @Nullable ChangeGuard guard) {
        this.client = client;
        this.changes = Sdk.guarded(guard);
    }

    @Override
    public IndexRemoval removalGuardedBy(ChangeGuard guard) {
        return new SdkIndexRemoval(client, guard);
    }

    @Override
    public void deleteIndex(String tableName, String indexName) {
        var deletion = GlobalSecondaryIndexUpdate.builder()
                .delete(DeleteGlobalSecondaryIndexAction.builder()
                        .indexName(indexName)
                        .build())
                .build();
        Sdk.call(() -> client.updateTable(request -> request.tableName(tableName)
                .globalSecondaryIndexUpdates(List.of(deletion))
                .overrideConfiguration(changes)));
    }
}
