package dev.ensuregsis.local;

import java.util.Optional;

/**
 * A DynamoDB that is not the real one: one shared database, and as many isolated ones as are asked for. Thread-safe.
 */
public sealed interface LocalServer extends AutoCloseable permits EmbeddedServer, ContainerServer, ExternalServer {

    /**
     * The one database that everybody shares: on servers that we start, a client with any keys (but those of an
     * isolated database) and any region sees it.
     *
     * @return where it is reached
     */
    DynamoDbEndpoint shared();

    /**
     * Makes a database that only the holder of its access key sees.
     *
     * @return the new, empty database; close it to give back what it holds
     * @throws LocalServerException if the server can't isolate databases, or is closed
     */
    LocalDatabase newDatabase();

    /**
     * A database of this server without a network between, where the server runs in this JVM.
     *
     * @param database where it is reached by others
     * @return the database; empty if the server runs elsewhere
     */
    default Optional<InProcessDatabase> inProcess(DynamoDbEndpoint database) {
        return Optional.empty();
    }

    /** Stops what was started, with all its databases; a server that somebody else runs goes on. */
    @Override
    void close();
}
