package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class EmbeddedServerTest {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(server.uri().toString()).matches("http://127\\.0\\.0\\.1:[1-9]\\d*");
        assertThat(server.shared().uri()).isEqualTo(server.uri());
    }

    @Test
    void showsTheSharedDatabaseToAnyKeyInAnyRegion() {
        createTable(server.shared(), "shared-by-all");

        var other = new DynamoDbEndpoint(server.uri(), Region.EU_NORTH_1, "123456789012", "whatever");

        assertThat(tables(other)).contains("shared-by-all");
    }

    @Test
    void hidesADatabaseOfItsOwnFromAllOthers() {
        try (var one = server.newDatabase();
                var another = server.newDatabase()) {
            createTable(one.endpoint(), "mine");

            assertThat(tables(one.endpoint())).containsExactly("mine");
            assertThat(tables(another.endpoint())).isEmpty();
            assertThat(tables(server.shared())).doesNotContain("mine");
        }
    }

    @Test
    void refusesTheKeyOfAClosedDatabase() {
        var database = server.newDatabase();
        database.close();

        assertThatThrownBy(() -> tables(database.endpoint()))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("was closed");
    }

    private static java.util.List<String> tables(DynamoDbEndpoint endpoint) {
        try (var client = LocalClients.create(endpoint)) {
            return client.listTables().tableNames();
        }
    }

    private static void createTable(DynamoDbEndpoint endpoint, String name) {
        try (var client = LocalClients.create(endpoint)) {
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
}
