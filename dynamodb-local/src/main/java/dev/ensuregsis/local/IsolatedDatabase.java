package dev.ensuregsis.local;

/** A database of an {@link EmbeddedServer}: a {@link LocalDatabase} that gives its key back when it is closed. */
record IsolatedDatabase(DynamoDbEndpoint endpoint, Databases databases) implements LocalDatabase {

    @Override
    public IndexLag indexLag() {
        return databases.of(endpoint.accessKeyId()).indexLag().orElseGet(LocalDatabase.super::indexLag);
    }

    @Override
    public void close() {
        databases.close(endpoint.accessKeyId());
    }
}
