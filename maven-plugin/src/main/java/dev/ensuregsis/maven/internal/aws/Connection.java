package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.ClientCapacityControl;
import dev.ensuregsis.engine.ClientIndexRemoval;
import dev.ensuregsis.engine.spi.CapacityControl;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.IndexRemoval;
import dev.ensuregsis.engine.spi.ProgressSource;
import dev.ensuregsis.engine.spi.TableItems;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** A DynamoDB that can be asked, until it is closed. */
public final class Connection implements AutoCloseable {
    private final Supplier<ControlPlane> controlPlanes;
    private final TableItems items;
    private final DynamoDbClient client;
    private final CloudWatchProgress progress;

    Connection(
            Supplier<ControlPlane> controlPlanes,
            TableItems items,
            DynamoDbClient client,
            CloudWatchProgress progress) {
        this.controlPlanes = controlPlanes;
        this.items = items;
        this.client = client;
        this.progress = progress;
    }

    /**
     * How the engine asks it, one for each run.
     *
     * @return a control plane, usable until this is closed
     */
    public ControlPlane controlPlane() {
        return controlPlanes.get();
    }

    /**
     * How indexes are deleted there, for the goals that delete what was named.
     *
     * @return the deletion of indexes, usable until this is closed
     */
    public IndexRemoval removal() {
        return new ClientIndexRemoval(client);
    }

    /**
     * How the capacity of indexes is changed there, for the goals that raise it for a build or lower what a build left.
     *
     * @return the change of capacity, usable until this is closed
     */
    public CapacityControl capacity() {
        return new ClientCapacityControl(client);
    }

    /**
     * What tells whether an index is read.
     *
     * @return the use of indexes, usable until this is closed
     */
    public IndexUse use() {
        return IndexUse.seenFrom(client);
    }

    /**
     * How to ask it for what the engine doesn't.
     *
     * @return the client, usable until this is closed
     */
    public DynamoDbClient client() {
        return client;
    }

    /**
     * How items are read, by a port that can change nothing.
     *
     * @return the items, readable until this is closed
     */
    public TableItems items() {
        return items;
    }

    /**
     * How far indexes have come that are building.
     *
     * @return what can be asked until this is closed; knows nothing of what isn't AWS's own DynamoDB
     */
    public ProgressSource progress() {
        return progress;
    }

    /** Closes the client and the credentials that it was made with: the SDK leaves those to whoever made them. */
    @Override
    @SuppressWarnings("try") // They are named to be closed, and nothing else.
    public void close() {
        var credentials = client.serviceClientConfiguration().credentialsProvider();
        SdkAutoCloseable closeable = credentials instanceof SdkAutoCloseable open ? open : () -> {};
        try (closeable;
                client;
                progress) {
            // One that fails to close keeps none of the others open.
        }
    }
}
