package dev.ensuregsis.maven.internal.embedded;

import java.net.URI;

/**
 * Where the DynamoDB Local of the session is reached, and as whom. It takes any key and any region; these are for who has none.
 *
 * @param uri scheme, address and port
 */
public record EmbeddedEndpoint(URI uri) {
    /** The region to sign for. */
    public static final String REGION = "us-east-1";

    /** The made-up access key. */
    public static final String ACCESS_KEY_ID = "test";

    /** Its made-up secret, which nobody checks. */
    public static final String SECRET_ACCESS_KEY = "madeUpSecret";
}
