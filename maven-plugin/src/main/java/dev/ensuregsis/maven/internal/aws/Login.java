package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.spi.Loopback;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where to find DynamoDB and as whom to ask, as far as the user says.
 *
 * @param endpoint the endpoint's URL; null for AWS's own in the region
 * @param region the region; null for the one that the SDK finds
 * @param profile the profile of the AWS config and credentials files; null for the SDK's default chain
 * @param keys an access key from a {@code <server>} of Maven's settings; null where none is named
 */
public record Login(
        @Nullable URI endpoint,
        @Nullable String region,
        @Nullable String profile,
        @Nullable AccessKey keys) {

    /** The same, at an endpoint. */
    Login at(@Nullable URI url) {
        return new Login(url, region, profile, keys);
    }

    /** Whether it is about an endpoint on this machine. */
    boolean isHere() {
        return endpoint != null && Loopback.isHostOf(endpoint);
    }

    /**
     * An access key.
     *
     * @param id its id
     * @param secret its secret, which no log, report or message shows
     */
    public record AccessKey(String id, String secret) {
        @Override
        public String toString() {
            return id;
        }
    }
}
