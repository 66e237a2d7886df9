package dev.ensuregsis.benchmarks.plugin;

import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.LocalClients;
import java.net.URI;

/** A program that asks an endpoint for its tables once, by the AWS SDK alone; without an endpoint it does nothing. */
final class FirstCall {
    private FirstCall() {}

    /** Takes the endpoint, or nothing. Prints how many tables it was told of. */
    public static void main(String[] args) {
        System.out.println(args.length == 0 ? 0 : tables(URI.create(args[0])));
    }

    private static int tables(URI uri) {
        var endpoint = new DynamoDbEndpoint(
                uri, DynamoDbEndpoint.DEFAULT_REGION, DynamoDbEndpoint.DEFAULT_ACCESS_KEY_ID, "madeUpSecret");
        try (var client = LocalClients.create(endpoint)) {
            return client.listTables().tableNames().size();
        }
    }
}
