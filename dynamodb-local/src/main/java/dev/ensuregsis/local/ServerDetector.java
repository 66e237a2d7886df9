package dev.ensuregsis.local;

import java.util.Optional;

/** Tells whether a kind of server can be had here. */
@FunctionalInterface
public interface ServerDetector {

    /** Whether DynamoDB Local is on the class path, for an {@link EmbeddedServer}. */
    ServerDetector EMBEDDED = new EmbeddedDetector();

    /** Whether Testcontainers is on the class path, with an engine or without. */
    ServerDetector TESTCONTAINERS = new TestcontainersDetector();

    /** Whether Testcontainers is on the class path and a container engine answers, for a {@link ContainerServer}. */
    ServerDetector CONTAINER = new ContainerDetector();

    /**
     * What stands in the way.
     *
     * @return why there is no such server, and what to do about it; empty if it can be had
     */
    Optional<String> obstacle();
}
