package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

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
        Tables.create(server.shared(), "shared-by-all");

        var other = new DynamoDbEndpoint(server.uri(), Region.EU_NORTH_1, "123456789012", "whatever");

        assertThat(Tables.namesIn(other)).contains("shared-by-all");
    }

    @Test
    void hidesADatabaseOfItsOwnFromAllOthers() {
        try (var one = server.newDatabase();
                var another = server.newDatabase()) {
            Tables.create(one.endpoint(), "mine");

            assertThat(Tables.namesIn(one.endpoint())).containsExactly("mine");
            assertThat(Tables.namesIn(another.endpoint())).isEmpty();
            assertThat(Tables.namesIn(server.shared())).doesNotContain("mine");
        }
    }

    @Test
    void refusesTheKeyOfAClosedDatabase() {
        var database = server.newDatabase();
        database.close();

        assertThatThrownBy(() -> Tables.namesIn(database.endpoint()))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("was closed");
    }
}
