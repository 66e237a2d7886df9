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

    /**
     * The hand on what the global secondary indexes of this database show.
     *
     * @return the index lag, as long as the database is open
     * @throws LocalServerException if it was made without: only {@link EmbeddedServer#newDatabase(DatabaseOptions)} makes one
     *     with an index lag
     */
    default IndexLag indexLag() {
        throw new LocalServerException("The indexes of " + endpoint() + " have no lag: that is for a database of an"
                + " EmbeddedServer, made with DatabaseOptions.DEFAULT.withIndexLag(...).");
    }

    /** Throws the database away with all its tables. Requests with its access key are refused from then on. */
    @Override
    void close();
}
