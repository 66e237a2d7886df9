package dev.ensuregsis.local;

import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** Looks for Testcontainers, which consumers bring if they want it, and for the engine that it talks to. */
final class ContainerDetector implements ServerDetector {

    @Override
    public Optional<String> obstacle() {
        if (!ClassPath.has("org.testcontainers.DockerClientFactory")) {
            return Optional.of("Testcontainers is not on the class path: add the dependency"
                    + " org.testcontainers:testcontainers in test scope.");
        }
        return engineObstacle();
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
