package dev.ensuregsis.maven.internal.option;

import org.jspecify.annotations.Nullable;

/**
 * Where DynamoDB is, as whom to ask it, and whose tables they have to be.
 *
 * @param endpoint where it answers
 * @param region the region; null for the one that the SDK finds
 * @param profile the profile of the AWS config and credentials files; null for the SDK's default chain
 * @param serverId the {@code <server>} of Maven's settings that has an access key; null where none is named
 * @param account the account that the tables have to belong to; null for any
 */
public record ConnectionOptions(
        Endpoint endpoint,
        @Nullable String region,
        @Nullable String profile,
        @Nullable String serverId,
        @Nullable String account) {

    /**
     * Reads the options.
     *
     * @param options what the user gave; is told what is refused
     * @return the options
     */
    public static ConnectionOptions read(OptionReader options) {
        return new ConnectionOptions(
                Endpoint.read("gsi.endpoint", options),
                options.region("gsi.region"),
                options.text("gsi.profile"),
                options.text("gsi.serverId"),
                options.account("gsi.account"));
    }

    /**
     * Whether it is about the DynamoDB Local of the Maven session.
     *
     * @return true for {@code gsi.endpoint=embedded}
     */
    public boolean isEmbedded() {
        return endpoint instanceof Endpoint.Embedded;
    }
}
