package dev.ensuregsis.local;

import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Tables for tests that don't care about their shape. */
final class Tables {

    private Tables() {}

    static List<String> namesIn(DynamoDbEndpoint endpoint) {
        try (var client = LocalClients.create(endpoint)) {
            return client.listTables().tableNames();
        }
    }

    static void create(DynamoDbEndpoint endpoint, String name) {
        try (var client = LocalClients.create(endpoint)) {
            create(client, name, 0);
        }
    }

    /** A table with the key "id" and indexes on attributes "key0", "key1", ... */
    static void create(DynamoDbClient client, String name, int indexes) {
        var keys = IntStream.range(0, indexes).mapToObj(i -> "key" + i).toList();
        client.createTable(table -> {
            table.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST).keySchema(hash("id"));
            if (!keys.isEmpty()) {
                table.globalSecondaryIndexes(keys.stream().map(Tables::indexOn).toList());
            }
            table.attributeDefinitions(IntStream.rangeClosed(0, indexes)
                    .mapToObj(i -> attribute(i == 0 ? "id" : keys.get(i - 1)))
                    .toList());
        });
    }

    static GlobalSecondaryIndex indexOn(String key) {
        return GlobalSecondaryIndex.builder()
                .indexName("by-" + key)
                .keySchema(hash(key))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build();
    }

    static GlobalSecondaryIndexUpdate additionOf(GlobalSecondaryIndex index) {
        return GlobalSecondaryIndexUpdate.builder()
                .create(create -> create.indexName(index.indexName())
                        .keySchema(index.keySchema())
                        .projection(index.projection()))
                .build();
    }

    static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }
}
