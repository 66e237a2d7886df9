package dev.ensuregsis.local;

/**
 * A database of its own behind a {@link LocalServer}: nobody who doesn't hold its access key sees its tables. Closing
 * it throws its tables away; safe to use and to close from any thread, and to close twice.
 */
public interface LocalDatabase extends AutoCloseable {

    /**
     * Where this database is reached.
     *
     * @return the server's address with this database's access key
     */
    DynamoDbEndpoint endpoint();

    /** Throws the database away with all its tables. Requests with its access key are refused from then on. */
    @Override
    void close();
}
