package dev.ensuregsis.junit.internal;

import dev.ensuregsis.junit.EnsureGsisException;
import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.IndexLag;
import dev.ensuregsis.local.LocalClients;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** What one database hands out: each made when it is first asked for, and closed with the database. Thread-safe. */
final class Clients implements AutoCloseable {
    private final DynamoDbEndpoint endpoint;
    private final Optional<IndexLag> indexLag;
    private final Map<Injectable, Object> made = new EnumMap<>(Injectable.class);
    private final Deque<SdkAutoCloseable> toClose = new ArrayDeque<>();

    Clients(DynamoDbEndpoint endpoint, Optional<IndexLag> indexLag) {
        this.endpoint = endpoint;
        this.indexLag = indexLag;
    }

    DynamoDbClient client() {
        return (DynamoDbClient) get(Injectable.CLIENT);
    }

    synchronized Object get(Injectable injectable) {
        var known = made.get(injectable);
        if (known != null) {
            return known;
        }
        var value = make(injectable);
        made.put(injectable, value);
        return value;
    }

    private Object make(Injectable injectable) {
        return switch (injectable) {
            case CLIENT -> closing(() -> LocalClients.create(endpoint));
            case ASYNC_CLIENT -> closing(() -> LocalClients.createAsync(endpoint));
            case ENHANCED_CLIENT -> Enhanced.of(client());
            case ENHANCED_ASYNC_CLIENT -> Enhanced.of((DynamoDbAsyncClient) get(Injectable.ASYNC_CLIENT));
            case ENDPOINT -> endpoint;
            case INDEX_LAG ->
                indexLag.orElseThrow(() -> new EnsureGsisException(
                        "This database has no index lag. Take the IndexLag in a field, a constructor, or a test or lifecycle"
                                + " method of the test class, where it is seen before the database is made.",
                        null));
        };
    }

    private <C extends SdkAutoCloseable> C closing(Supplier<C> maker) {
        var client = maker.get();
        toClose.push(client);
        return client;
    }

    @Override
    public synchronized void close() throws Exception {
        Closing.all(toClose);
    }

    /** Apart, so that the enhanced classes are loaded only by those who have them. */
    private static final class Enhanced {
        static Object of(DynamoDbClient client) {
            return DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        }

        static Object of(DynamoDbAsyncClient client) {
            return DynamoDbEnhancedAsyncClient.builder().dynamoDbClient(client).build();
        }
    }
}
