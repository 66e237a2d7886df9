package dev.ensuregsis.local;

import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** Looks for Testcontainers, and for the engine that it talks to. */
final class ContainerDetector implements ServerDetector {

    @Override
    public Optional<String> obstacle() {
        return TESTCONTAINERS.obstacle().or(ContainerDetector::engineObstacle);
    }

    private static Optional<String> engineObstacle() {
        try {
            DockerClientFactory.instance().client();
            return Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.of("No container engine answers Testcontainers: " + e.getMessage());
        }
    }
}
