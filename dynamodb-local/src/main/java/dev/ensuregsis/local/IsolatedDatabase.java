package dev.ensuregsis.local;

/** A {@link LocalDatabase} that gives its key back when it is closed. */
record IsolatedDatabase(DynamoDbEndpoint endpoint, Runnable onClose) implements LocalDatabase {

    @Override
    public void close() {
        onClose.run();
    }
}
