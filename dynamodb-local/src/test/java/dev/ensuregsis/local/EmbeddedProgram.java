package dev.ensuregsis.local;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What {@link EmbeddedServerProcessTest} runs in JVMs of their own: uses a server, closes it and lets main end. */
final class EmbeddedProgram {

    private EmbeddedProgram() {}

    public static void main(String[] arguments) throws Exception {
        try (var server = EmbeddedServer.start();
                var database = server.newDatabase();
                var client = LocalClients.create(database.endpoint());
                var async = LocalClients.createAsync(database.endpoint())) {
            Tables.create(client, "mine", 1);
            failInside(server);
            require(client.listTables().tableNames().equals(List.of("mine")), "client");
            require(async.listTables().get().tableNames().equals(List.of("mine")), "asynchronous client");
            require(Tables.namesIn(server.shared()).isEmpty(), "shared");
        }
    }

    /** An index without throughput on a table that needs it: DynamoDB Local fails, and logs a stack trace. */
    private static void failInside(EmbeddedServer server) {
        try (var asItIs = server.newDatabase(DatabaseOptions.DEFAULT.with(Strict.OFF));
                var client = LocalClients.create(asItIs.endpoint())) {
            failInside(client);
        }
    }

    private static void failInside(DynamoDbClient client) {
        client.createTable(table -> table.tableName("provisioned")
                .keySchema(List.of(Tables.hash("id")))
                .attributeDefinitions(List.of(Tables.attribute("id")))
                .provisionedThroughput(
                        throughput -> throughput.readCapacityUnits(1L).writeCapacityUnits(1L)));
        try {
            client.updateTable(table -> table.tableName("provisioned")
                    .attributeDefinitions(List.of(Tables.attribute("other")))
                    .globalSecondaryIndexUpdates(List.of(Tables.additionOf(Tables.indexOn("other")))));
            throw new AssertionError("did not fail");
        } catch (DynamoDbException e) {
            require(e.statusCode() == 500, "internal failure");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
