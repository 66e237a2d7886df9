package dev.ensuregsis.maven;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.StringJoiner;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Tables with the partition key {@code id}, and definitions of indexes on them. */
final class LocalTables {
    private LocalTables() {}

    /** Creates a table without indexes. */
    static void create(URI endpoint, String name) {
        try (var client = client(endpoint)) {
            client.createTable(table -> table.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType(KeyType.HASH)
                            .build()));
        }
    }

    /** Adds an index on one attribute, and waits until it is ACTIVE. */
    static void addIndex(URI endpoint, String table, String index, String key) {
        try (var client = client(endpoint)) {
            client.updateTable(update -> update.tableName(table)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName(key)
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                            .create(creation -> creation.indexName(index)
                                    .keySchema(KeySchemaElement.builder()
                                            .attributeName(key)
                                            .keyType(KeyType.HASH)
                                            .build())
                                    .projection(all -> all.projectionType(ProjectionType.ALL)))
                            .build()));
            await().until(
                            () -> client.describeTable(look -> look.tableName(table))
                                    .table()
                                    .globalSecondaryIndexes(),
                            indexes -> indexes.stream().allMatch(one -> one.indexStatus() == IndexStatus.ACTIVE));
        }
    }

    /** A client as which the goals come where nothing is configured. */
    static DynamoDbClient client(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** The table, whole, with indexes. */
    static String definition(String table, String... indexes) {
        var inside = new StringJoiner(", ");
        for (var index : indexes) {
            inside.add("{\"IndexName\": \"" + index
                    + "\", \"KeySchema\": [{\"AttributeName\": \"agent\", \"KeyType\": \"HASH\"}]}");
        }
        return """
                {"%s": {
                  "AttributeDefinitions": [
                    {"AttributeName": "id", "AttributeType": "S"}, {"AttributeName": "agent", "AttributeType": "S"}],
                  "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                  "GlobalSecondaryIndexes": [%s]}}
                """.formatted(table, inside);
    }
}
