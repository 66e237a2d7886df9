package dev.ensuregsis.local;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * A database behind a server of another process, which makes one for each access key by itself. There is no call that
 * gives it back, so its tables are deleted.
 *
 * @param endpoint where it is reached
 * @param stranger the same server, seen with a key that nobody uses
 */
record KeyedDatabase(DynamoDbEndpoint endpoint, DynamoDbEndpoint stranger) implements LocalDatabase {

    static KeyedDatabase with(MintedKeys keys, DynamoDbEndpoint server) {
        return new KeyedDatabase(server.withKey(keys.mint()), server.withKey(keys.mint()));
    }

    @Override
    public void close() {
        try (var client = LocalClients.create(endpoint);
                var other = LocalClients.create(stranger)) {
            if (!other.listTables().tableNames().isEmpty()) {
                // Another server took this one's place, and it shows everybody's tables to all: they aren't ours.
                return;
            }
            client.listTablesPaginator().tableNames().forEach(name -> delete(name, client));
        } catch (SdkException e) {
            // The server is gone, and with it what was there.
        }
    }

    private static void delete(String name, DynamoDbClient client) {
        try {
            client.deleteTable(table -> table.tableName(name));
        } catch (DynamoDbException e) {
            // It is still changing, or protected. What is left is seen by nobody: its key is never used again.
        }
    }
}
