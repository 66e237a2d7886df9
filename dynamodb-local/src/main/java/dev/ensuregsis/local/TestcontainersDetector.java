package dev.ensuregsis.local;

import java.util.Optional;

/** Looks for Testcontainers, which consumers bring if they want it. */
final class TestcontainersDetector implements ServerDetector {

    @Override
    public Optional<String> obstacle() {
        return ClassPath.has("org.testcontainers.DockerClientFactory")
                ? Optional.empty()
                : Optional.of("Testcontainers is not on the class path: add the dependency"
                        + " org.testcontainers:testcontainers in test scope.");
    }
}
