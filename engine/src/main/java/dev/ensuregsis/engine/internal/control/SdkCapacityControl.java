package dev.ensuregsis.engine.internal.control;

import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.spi.CapacityControl;
import dev.ensuregsis.engine.spi.ChangeGuard;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.UpdateGlobalSecondaryIndexAction;

/** The change of capacity behind an SDK client, whose own retries don't apply to it. Thread-safe as the client is. */
public final class SdkCapacityControl implements CapacityControl {
    private final DynamoDbClient client;
    private final AwsRequestOverrideConfiguration changes;

    /**
     * Wraps a client.
     *
     * @param client the client; stays the caller's to close
     */
    public SdkCapacityControl(DynamoDbClient client) {
        this(client, null);
    }

    private SdkCapacityControl(DynamoDbClient client, @Nullable ChangeGuard guard) {
        this.client = client;
        this.changes = Sdk.guarded(guard);
    }

    @Override
    public CapacityControl capacityGuardedBy(ChangeGuard guard) {
        return new SdkCapacityControl(client, guard);
    }

    @Override
    public void changeCapacity(String tableName, String indexName, Throughput throughput) {
        var change = GlobalSecondaryIndexUpdate.builder()
                .update(UpdateGlobalSecondaryIndexAction.builder()
                        .indexName(indexName)
                        .provisionedThroughput(ProvisionedThroughput.builder()
                                .readCapacityUnits(throughput.read())
                                .writeCapacityUnits(throughput.write())
                                .build())
                        .build())
                .build();
        Sdk.call(() -> client.updateTable(request -> request.tableName(tableName)
                .globalSecondaryIndexUpdates(List.of(change))
                .overrideConfiguration(changes)));
    }
}
