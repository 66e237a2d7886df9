package dev.ensuregsis.maven.internal.embedded;

import java.io.IOException;
import java.net.URI;

/** The DynamoDB Local that {@code gsi.endpoint=embedded} means. */
@FunctionalInterface
public interface EmbeddedDatabase {

    /**
     * Starts it, if no goal of this session has yet.
     *
     * @return where it listens
     * @throws IOException if it can't be had or started; the message says why
     */
    URI start() throws IOException;
}
