package dev.ensuregsis.junit;

import java.lang.reflect.Proxy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client of somebody else, which is never called. */
final class DynamoDbClientStub {

    private DynamoDbClientStub() {}

    static DynamoDbClient create() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClientStub.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> "somebody else's client";
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }
}
