package dev.ensuregsis.it;

import dev.ensuregsis.local.DynamoDbEndpoint;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A lease of six seconds, which lasts a minute for users: for tests that wait until one is over. */
final class ShortLease {
    private static final String PROPERTY = "dev.ensuregsis.lease-millis";
    private static final String MILLIS = "6000";

    private ShortLease() {}

    /** The environment of a process with it, and with the keys of a database. */
    static Map<String, String> environment(DynamoDbEndpoint endpoint) {
        return with(RealMaven.keys(endpoint), "MAVEN_OPTS", "-D" + PROPERTY + "=" + MILLIS);
    }

    /** The same for a warm Maven. */
    static Map<String, String> properties(DynamoDbEndpoint endpoint) {
        return with(WarmMaven.keys(endpoint), PROPERTY, MILLIS);
    }

    private static Map<String, String> with(Map<String, String> keys, String name, String value) {
        return Stream.concat(keys.entrySet().stream(), Stream.of(Map.entry(name, value)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
