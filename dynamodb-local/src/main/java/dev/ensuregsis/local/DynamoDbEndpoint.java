package dev.ensuregsis.local;

import java.net.URI;
import java.util.Objects;
import software.amazon.awssdk.regions.Region;

/**
 * Where one database of a local server is reached: all that a client needs. The credentials are made up; DynamoDB Local
 * tells databases apart by the access key and never checks the secret.
 *
 * @param uri scheme, host and port
 * @param region the region to sign for
 * @param accessKeyId the made-up access key id; an embedded server takes any, DynamoDB Local as a server of its own letters
 *     and digits only
 * @param secretAccessKey the made-up secret key
 */
public record DynamoDbEndpoint(URI uri, Region region, String accessKeyId, String secretAccessKey) {

    /** The region of servers that don't ask for one of their own: {@code us-east-1}. */
    public static final Region DEFAULT_REGION = Region.US_EAST_1;

    /** The access key of the shared database where no other is asked for: {@code test}. */
    public static final String DEFAULT_ACCESS_KEY_ID = "test";

    /**
     * Takes the parts as they are.
     *
     * @throws IllegalArgumentException if a request can't be signed with the access key: it is empty, or has a space, a comma, a
     *     slash, or a character that isn't ASCII
     */
    public DynamoDbEndpoint {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(secretAccessKey, "secretAccessKey");
        if (!accessKeyId.matches("[!-~&&[^,/]]+")) {
            throw new IllegalArgumentException(
                    "The access key id \"" + accessKeyId + "\" can't be in a signed request: use letters and digits.");
        }
    }

    /** The shared database of a server that we started. */
    static DynamoDbEndpoint at(URI uri) {
        return of(uri, DEFAULT_REGION, DEFAULT_ACCESS_KEY_ID);
    }

    /** An endpoint with a secret that says what it is. */
    static DynamoDbEndpoint of(URI uri, Region region, String accessKeyId) {
        return new DynamoDbEndpoint(uri, region, accessKeyId, "madeUpSecret");
    }

    /** The database of another key of the same server. */
    DynamoDbEndpoint withKey(String otherKeyId) {
        return new DynamoDbEndpoint(uri, region, otherKeyId, secretAccessKey);
    }

    /** Names the endpoint without its secret. */
    @Override
    public String toString() {
        return uri + " (region " + region + ", access key " + accessKeyId + ")";
    }
}
