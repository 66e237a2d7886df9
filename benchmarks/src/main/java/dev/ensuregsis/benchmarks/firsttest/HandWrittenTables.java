package dev.ensuregsis.benchmarks.firsttest;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** What people write: DynamoDB Local by its own starter, and the tables by the SDK's builders, one after another. */
final class HandWrittenTables {
    static final int TABLES = 5;
    private static final int INDEXES = 4;
    private static final DynamoDbClient CLIENT = start();

    private HandWrittenTables() {}

    private static DynamoDbClient start() {
        try {
            var port = freePort();
            ServerRunner.createServerFromCommandLineArgs(
                            new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)})
                    .start();
            return DynamoDbClient.builder()
                    .endpointOverride(URI.create("http://localhost:" + port))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                    .httpClient(UrlConnectionHttpClient.create())
                    .build();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local could not be started", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static void create(int table) {
        var attributes = new ArrayList<>(List.of(attribute("id")));
        var indexes = new ArrayList<GlobalSecondaryIndex>();
        for (int i = 0; i < INDEXES; i++) {
            attributes.add(attribute("a" + i));
            indexes.add(GlobalSecondaryIndex.builder()
                    .indexName("index-" + i)
                    .keySchema(key("a" + i))
                    .projection(projection -> projection.projectionType(ProjectionType.ALL))
                    .build());
        }
        CLIENT.createTable(request -> request.tableName("table-" + table)
                .attributeDefinitions(attributes)
                .keySchema(key("id"))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .globalSecondaryIndexes(indexes));
    }

    static void delete(int table) {
        CLIENT.deleteTable(request -> request.tableName("table-" + table));
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }
}
