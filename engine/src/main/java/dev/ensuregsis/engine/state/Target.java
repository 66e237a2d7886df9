package dev.ensuregsis.engine.state;

import org.jspecify.annotations.Nullable;

/**
 * Which DynamoDB something is about. Each part is null where it isn't known.
 *
 * @param accountId 12 digits (DynamoDB Local: {@code 000000000000})
 * @param region the client's region, like {@code eu-central-1}
 * @param endpoint the endpoint's URL where it isn't AWS's own for the region
 */
public record Target(
        @Nullable String accountId,
        @Nullable String region,
        @Nullable String endpoint) {

    /** Nothing known. */
    public static final Target UNKNOWN = new Target(null, null, null);
}
