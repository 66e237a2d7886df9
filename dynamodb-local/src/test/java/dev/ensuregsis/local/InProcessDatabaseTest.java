package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

class InProcessDatabaseTest {
    private static final EmbeddedServer SERVER = EmbeddedServer.start();

    private final LocalDatabase database = SERVER.newDatabase();
    private final InProcessDatabase inProcess =
            SERVER.inProcess(database.endpoint()).orElseThrow();
    private final DynamoDbClient outside = LocalClients.create(database.endpoint());

    @AfterEach
    void closeDatabase() {
        outside.close();
        database.close();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void isTheDatabaseThatItsEndpointShows() {
        Tables.create(inProcess.client(), "bookings", 1);

        assertThat(Tables.namesIn(database.endpoint())).containsExactly("bookings");
        assertThat(Tables.namesIn(SERVER.shared())).doesNotContain("bookings");
    }

    @Test
    void refusesWithDynamoDbsCodes() {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> inProcess.client().describeTable(table -> table.tableName("nowhere")))
                .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ResourceNotFoundException"));
    }

    @Test
    void isAsStrictAsItIsForAllOthers() {
        Tables.create(outside, "bookings", 1);

        for (var client : List.of(inProcess.client(), outside)) {
            assertThatExceptionOfType(DynamoDbException.class)
                    .isThrownBy(() -> client.updateTable(table -> table.tableName("bookings")
                            .provisionedThroughput(
                                    five -> five.readCapacityUnits(5L).writeCapacityUnits(5L))))
                    .withMessageContaining("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified");
            assertThatExceptionOfType(DynamoDbException.class)
                    .isThrownBy(
                            () -> client
                                    .scanPaginator(
                                            scan -> scan.tableName("bookings").projectionExpression("size"))
                                    .items()
                                    .stream()
                                    .toList())
                    .withMessageContaining("reserved keyword: size");
        }
    }

    @Test
    void countsRequestsThatChangeTables() {
        Tables.create(outside, "bookings", 0);
        assertThat(inProcess.tableChanges()).isEqualTo(1);

        outside.updateTable(table -> table.tableName("bookings")
                .attributeDefinitions(Tables.attribute("id"), Tables.attribute("key0"))
                .globalSecondaryIndexUpdates(Tables.additionOf(Tables.indexOn("key0"))));
        assertThat(inProcess.tableChanges()).isEqualTo(2);

        assertThatThrownBy(() -> Tables.create(outside, "bookings", 0)).isInstanceOf(ResourceInUseException.class);
        assertThat(inProcess.tableChanges()).as("refused ones too").isEqualTo(3);

        Tables.create(outside, "flights", 0);
        outside.deleteTable(table -> table.tableName("flights"));
        assertThat(inProcess.tableChanges()).isEqualTo(5);
    }

    @Test
    void doesNotCountLooksNorOtherDatabasesNorItsOwnClient() {
        outside.listTables();
        Tables.create(SERVER.shared(), "elsewhere");
        Tables.create(inProcess.client(), "bookings", 0);

        assertThat(inProcess.tableChanges()).isZero();
    }
}
