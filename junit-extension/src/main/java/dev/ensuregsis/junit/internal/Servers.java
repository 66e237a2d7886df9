package dev.ensuregsis.junit.internal;

import dev.ensuregsis.junit.EnsureGsisException;
import dev.ensuregsis.junit.Server;
import dev.ensuregsis.local.ContainerServer;
import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.ExternalServer;
import dev.ensuregsis.local.LocalServer;
import dev.ensuregsis.local.ServerDetector;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.regions.Region;

/**
 * Starts the server that is chosen.
 *
 * @param embedded whether DynamoDB Local can run in this JVM
 * @param testcontainers whether Testcontainers is there
 * @param container whether DynamoDB Local can run in a container
 */
record Servers(ServerDetector embedded, ServerDetector testcontainers, ServerDetector container) {

    /** Those that can be had here. */
    static final Servers HERE =
            new Servers(ServerDetector.EMBEDDED, ServerDetector.TESTCONTAINERS, ServerDetector.CONTAINER);

    /**
     * Decides what AUTO stands for; two who mean the same get the same server.
     *
     * @throws EnsureGsisException if there is none
     */
    ServerChoice decide(ServerChoice choice) {
        if (choice.kind() != Server.AUTO) {
            return choice;
        }
        var notEmbedded = embedded.obstacle();
        if (notEmbedded.isEmpty()) {
            return choice.as(Server.EMBEDDED);
        }
        var notInContainer = container.obstacle();
        if (notInContainer.isEmpty()) {
            return choice.as(Server.CONTAINER);
        }
        throw new EnsureGsisException(
                "There is no DynamoDB for tests. One of these has to be mended:" + System.lineSeparator()
                        + "  EMBEDDED: "
                        + notEmbedded.get() + System.lineSeparator() + "  CONTAINER: " + notInContainer.get()
                        + System.lineSeparator()
                        + "  EXTERNAL: No endpoint is given: set gsi.endpoint to the URL of one"
                        + " that runs.",
                null);
    }

    /** Whether it would run in this JVM. */
    boolean runsHere(ServerChoice choice) {
        return choice.kind() == Server.EMBEDDED
                || (choice.kind() == Server.AUTO && embedded.obstacle().isEmpty());
    }

    /**
     * Starts it, or attaches to it.
     *
     * @throws EnsureGsisException if it can't be had
     * @throws org.opentest4j.TestAbortedException if it is a container, which isn't required, and there is no engine
     */
    LocalServer start(ServerChoice choice) {
        return switch (choice.kind()) {
            case AUTO -> start(decide(choice));
            case EMBEDDED -> {
                require(embedded);
                yield EmbeddedServer.start(choice.sharedDatabase());
            }
            case CONTAINER -> {
                // A dependency is the build's to add; an engine is the machine's, and others may lack it.
                require(testcontainers);
                container.obstacle().ifPresent(obstacle -> without(choice, obstacle));
                yield ContainerServer.of(
                        Optional.ofNullable(choice.containerImage()).orElse(ContainerServer.DEFAULT_IMAGE));
            }
            case EXTERNAL ->
                ExternalServer.at(
                        Objects.requireNonNull(choice.endpoint(), "an external server has an endpoint"),
                        Optional.ofNullable(choice.accessKeyId()).orElse(DynamoDbEndpoint.DEFAULT_ACCESS_KEY_ID),
                        Optional.ofNullable(choice.region()).map(Region::of).orElse(DynamoDbEndpoint.DEFAULT_REGION),
                        choice::allows);
        };
    }

    private static void require(ServerDetector library) {
        library.obstacle().ifPresent(obstacle -> {
            throw new EnsureGsisException(obstacle, null);
        });
    }

    private static void without(ServerChoice choice, String obstacle) {
        if (choice.containerRequired()) {
            throw new EnsureGsisException(obstacle, null);
        }
        Assumptions.abort(obstacle + " (Set gsi.containerRequired=true to fail instead of skipping.)");
    }
}
