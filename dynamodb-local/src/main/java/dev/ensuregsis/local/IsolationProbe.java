package dev.ensuregsis.local;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Finds out by trying whether a server keeps the tables of two access keys apart. */
final class IsolationProbe {

    private IsolationProbe() {}

    /** Makes a table with one key, looks for it with another, and deletes it. */
    static boolean seesTableOf(DynamoDbEndpoint owner, DynamoDbEndpoint other) {
        var name = "isolation-probe-" + owner.accessKeyId();
        try (var client = LocalClients.create(owner);
                var observer = LocalClients.create(other)) {
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
            SdkAutoCloseable deletion = () -> {
                client.waiter().waitUntilTableExists(table -> table.tableName(name));
                client.deleteTable(table -> table.tableName(name));
            };
            try (deletion) {
                return observer.listTablesPaginator().tableNames().stream().anyMatch(name::equals);
            }
        }
    }
}
