package dev.ensuregsis.local;

import java.net.URI;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.lifecycle.Startable;
import org.testcontainers.utility.DockerImageName;

/**
 * DynamoDB Local in containers of Testcontainers, which the user's build brings: one with {@code -sharedDb} for the
 * shared database, one without for all others. Each is started when it is first needed.
 */
public final class ContainerServer implements LocalServer {

    /** The image that is started where no other is asked for. */
    public static final String DEFAULT_IMAGE = "amazon/dynamodb-local:3.3.1";

    private static final int PORT = 8000;

    private final String image;
    private final MintedKeys keys = new MintedKeys();
    private @Nullable GenericContainer<?> forAll;
    private @Nullable GenericContainer<?> perKey;

    private ContainerServer(String image) {
        this.image = image;
    }

    /**
     * Prepares a server; the first container is started when a database is first asked for.
     *
     * @param image the image to start: DynamoDB Local's, from whatever registry; {@link #DEFAULT_IMAGE} where nothing
     *     else is asked for
     * @return the server
     */
    public static ContainerServer of(String image) {
        return new ContainerServer(image);
    }

    /**
     * {@inheritDoc}
     *
     * @throws LocalServerException if the container can't be started
     */
    @Override
    public synchronized DynamoDbEndpoint shared() {
        if (forAll == null) {
            forAll = start("-sharedDb");
        }
        return endpoint(forAll, PORT);
    }

    @Override
    public synchronized LocalDatabase newDatabase() {
        if (perKey == null) {
            perKey = start();
        }
        return KeyedDatabase.with(keys, endpoint(perKey, PORT));
    }

    @Override
    public synchronized void close() {
        var first = forAll;
        var second = perKey;
        forAll = null;
        perKey = null;
        stop(first, second);
    }

    private GenericContainer<?> start(String... options) {
        var command = Stream.concat(
                Stream.of("-jar", "DynamoDBLocal.jar", "-inMemory", "-disableTelemetry"), Stream.of(options));
        var container = new GenericContainer<>(DockerImageName.parse(image))
                .withExposedPorts(PORT)
                .withCommand(command.toArray(String[]::new))
                .waitingFor(new FirstAnswer(PORT));
        start(container, image);
        return container;
    }

    static void start(Startable container, String image) {
        try {
            container.start();
        } catch (ContainerFetchException e) {
            // It doesn't hold the reason: Testcontainers has logged that, and then waited and tried again.
            throw new LocalServerException(
                    "The image " + image + " is not on this machine and can't be pulled: \"docker pull " + image
                            + "\" says why.",
                    new NextStep.ChooseImage());
        } catch (ContainerLaunchException | IllegalStateException e) {
            throw new LocalServerException("A container of " + image + " could not be started: " + e.getMessage(), e);
        }
    }

    /** Stops both, each whatever becomes of the other. */
    static void stop(@Nullable Startable one, @Nullable Startable other) {
        // The last of them is closed first.
        try (other;
                one) {}
    }

    static DynamoDbEndpoint endpoint(ContainerState container, int port) {
        var uri = URI.create("http://" + container.getHost() + ":" + container.getMappedPort(port));
        return DynamoDbEndpoint.at(uri);
    }
}
