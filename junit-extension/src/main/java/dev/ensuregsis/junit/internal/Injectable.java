package dev.ensuregsis.junit.internal;

import java.util.Arrays;
import java.util.Optional;

/** What is injected, told by the name of its class: a class that is absent is never loaded. */
enum Injectable {
    CLIENT("software.amazon.awssdk.services.dynamodb.DynamoDbClient"),
    ASYNC_CLIENT("software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient"),
    ENHANCED_CLIENT("software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient"),
    ENHANCED_ASYNC_CLIENT("software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient"),
    ENDPOINT("dev.ensuregsis.local.DynamoDbEndpoint"),
    INDEX_LAG("dev.ensuregsis.local.IndexLag");

    private final String className;

    Injectable(String className) {
        this.className = className;
    }

    /** What a parameter or field of a type is given; empty if it isn't ours. */
    static Optional<Injectable> of(Class<?> type) {
        return Arrays.stream(values()).filter(injectable -> injectable.is(type)).findFirst();
    }

    boolean is(Class<?> type) {
        return className.equals(type.getName());
    }
}
