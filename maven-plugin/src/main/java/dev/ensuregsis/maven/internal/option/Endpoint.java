package dev.ensuregsis.maven.internal.option;

import java.net.URI;

/** Where DynamoDB answers, as {@code gsi.endpoint} says it. */
public sealed interface Endpoint {

    /** What the user says for {@link Embedded}. */
    String EMBEDDED = "embedded";

    /** AWS's own, in the region. */
    record OfRegion() implements Endpoint {}

    /**
     * The DynamoDB Local of the Maven session.
     *
     * @param options what it is to be like
     */
    record Embedded(EmbeddedOptions options) implements Endpoint {}

    /**
     * An address.
     *
     * @param url its URL
     */
    record At(URI url) implements Endpoint {}
}
