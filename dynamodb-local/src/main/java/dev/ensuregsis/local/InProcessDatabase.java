package dev.ensuregsis.local;

import dev.ensuregsis.local.internal.strict.StrictClient;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** A database of an {@link EmbeddedServer}, reached without a network between. Thread-safe. */
public final class InProcessDatabase {
    private final AmazonDynamoDBLocal database;
    private final DynamoDbClient client;
    private final @Nullable IndexLag indexLag;
    private final AtomicLong tableChanges = new AtomicLong();

    InProcessDatabase(AmazonDynamoDBLocal database, DynamoDbClient client, @Nullable IndexLag indexLag) {
        this.database = database;
        this.client = client;
        this.indexLag = indexLag;
    }

    static InProcessDatabase of(AmazonDynamoDBLocal database, Strict strict, @Nullable IndexLag indexLag) {
        return new InProcessDatabase(database, StrictClient.of(database.dynamoDbClient(), strict), indexLag);
    }

    /**
     * A client that is answered as all others are, as strictly as the database is. Its errors are {@code DynamoDbException}s with DynamoDB's codes, but not of its
     * subclasses; the configuration of a request has no effect.
     *
     * @return the client, thread-safe, not to be closed
     */
    public DynamoDbClient client() {
        return client;
    }

    /**
     * The hand on what the global secondary indexes show.
     *
     * @return the index lag; empty if the database was made {@linkplain DatabaseOptions#indexLag() without}
     */
    public Optional<IndexLag> indexLag() {
        return Optional.ofNullable(indexLag);
    }

    /**
     * How many requests to create, change or delete a table have come through the server. While the number stays the same,
     * tables and indexes are as they were, but for what is done by {@link #client()}, which is not counted.
     *
     * @return the number so far, from 0
     */
    public long tableChanges() {
        return tableChanges.get();
    }

    /** Has a request change a table. It counts once it has taken effect: who sees the number before sees the table later. */
    <R> R changeTable(Function<DynamoDbClient, R> request) {
        try {
            return request.apply(client);
        } finally {
            tableChanges.incrementAndGet();
        }
    }

    DynamoDbStreamsClient streams() {
        return database.dynamoDbStreamsClient();
    }

    void shutDown() {
        database.shutdownNow();
    }
}
