package dev.ensuregsis.junit.internal;

import dev.ensuregsis.junit.EnsureGsisException;
import dev.ensuregsis.local.DynamoDbEndpoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Publishes endpoints as system properties, for production code that builds its own client, and puts back what was there.
 * Classes that publish the same endpoint at the same time share it; a method's may lie over its class's. Thread-safe.
 */
final class PublishedEndpoints {
    private final Deque<Publication> layers = new ArrayDeque<>();

    /**
     * Publishes.
     *
     * @param endpoint what to publish
     * @param enclosing what the enclosing class published, and this may lie over; null if nothing
     * @return closes it
     * @throws EnsureGsisException if another class, that runs at the same time, has published another endpoint
     */
    synchronized Publication publish(DynamoDbEndpoint endpoint, @Nullable Publication enclosing) {
        var top = layers.peek();
        if (top != null && top.endpoint.equals(endpoint)) {
            top.holders++;
            return top;
        }
        if (top != null && !Objects.equals(top, enclosing)) {
            throw new EnsureGsisException(
                    "publishEndpoint: another class that runs at the same time has published " + top.endpoint
                            + ", and system properties hold one value. Write the isolation on the annotation"
                            + " (isolation = Isolation.CLASS), where JUnit's resource locks see it, or run these classes"
                            + " one after another.",
                    null);
        }
        var layer = new Publication(endpoint);
        layers.push(layer);
        properties(endpoint).forEach((name, value) -> layer.replaced.put(name, set(name, value)));
        return layer;
    }

    private synchronized void close(Publication publication) {
        publication.holders--;
        var top = layers.peek();
        while (top != null && top.holders == 0) {
            layers.pop().replaced.forEach(PublishedEndpoints::set);
            top = layers.peek();
        }
    }

    /** Every property, with null for what has to be absent. */
    private static Map<String, @Nullable String> properties(DynamoDbEndpoint endpoint) {
        var uri = endpoint.uri().toString();
        var region = endpoint.region().id();
        var properties = new LinkedHashMap<String, @Nullable String>();
        // The SDK itself. A session token would make it sign for somebody else.
        properties.put("aws.endpointUrlDynamoDb", uri);
        properties.put("aws.region", region);
        properties.put("aws.accessKeyId", endpoint.accessKeyId());
        properties.put("aws.secretAccessKey", endpoint.secretAccessKey());
        properties.put("aws.sessionToken", null);
        // Spring Cloud AWS.
        properties.put("spring.cloud.aws.dynamodb.endpoint", uri);
        properties.put("spring.cloud.aws.dynamodb.region", region);
        properties.put("spring.cloud.aws.region.static", region);
        properties.put("spring.cloud.aws.credentials.access-key", endpoint.accessKeyId());
        properties.put("spring.cloud.aws.credentials.secret-key", endpoint.secretAccessKey());
        // Quarkus.
        properties.put("quarkus.dynamodb.endpoint-override", uri);
        properties.put("quarkus.dynamodb.aws.region", region);
        properties.put("quarkus.dynamodb.aws.credentials.type", "static");
        properties.put("quarkus.dynamodb.aws.credentials.static-provider.access-key-id", endpoint.accessKeyId());
        properties.put(
                "quarkus.dynamodb.aws.credentials.static-provider.secret-access-key", endpoint.secretAccessKey());
        properties.put("quarkus.dynamodb.aws.credentials.static-provider.session-token", null);
        // Micronaut; it takes the region from aws.region too.
        properties.put("aws.services.dynamodb.endpoint-override", uri);
        properties.put("aws.access-key-id", endpoint.accessKeyId());
        properties.put("aws.secret-key", endpoint.secretAccessKey());
        properties.put("aws.session-token", null);
        return properties;
    }

    private static @Nullable String set(String name, @Nullable String value) {
        return value == null ? System.clearProperty(name) : System.setProperty(name, value);
    }

    /** One endpoint that is published, by one or several at the same time. */
    final class Publication implements AutoCloseable {
        private final DynamoDbEndpoint endpoint;
        private final Map<String, @Nullable String> replaced = new LinkedHashMap<>();
        private int holders = 1;

        private Publication(DynamoDbEndpoint endpoint) {
            this.endpoint = endpoint;
        }

        /** Puts back what was there, once nobody holds it any more. */
        @Override
        public void close() {
            PublishedEndpoints.this.close(this);
        }
    }
}
