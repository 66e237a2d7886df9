package dev.ensuregsis.junit;

/** Where DynamoDB Local runs. */
public enum Server {
    /**
     * What an enclosing class says; else the JUnit configuration parameter {@code gsi.server}; else {@link #EXTERNAL} where
     * an endpoint is given; else {@link #EMBEDDED} where DynamoDB Local is on the class path; else {@link #CONTAINER} where
     * Testcontainers is and a container engine answers; else the class fails, and says which dependency to add.
     */
    AUTO,
    /** In this JVM, on a free port of the loopback address, in memory. */
    EMBEDDED,
    /**
     * In a container; the image is the JUnit configuration parameter {@code gsi.containerImage}. Without Testcontainers on
     * the class path tests fail. Where no container engine answers they are skipped with the reason, or fail if {@code
     * gsi.containerRequired} is {@code true}.
     */
    CONTAINER,
    /** Runs already, at {@link EnsureGsis#endpoint()} or the JUnit configuration parameter {@code gsi.endpoint}. */
    EXTERNAL
}
