package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@DisplayName("Items that DynamoDB Local can't add an index over")
class ItemsInTheWayTest {

    @Test
    void areNamedInsteadOfWaitedFor() {
        assertThatRunOf(WithWhatNoKeyCanBe.class)
                .failedOneContainerBeside(1)
                .hasMessageContainingAll(
                        "bookings.agent-index: ItemsInTheWay: 6 items of bookings can't be in index agent-index: ",
                        ", day=1}: agentId is ",
                        "; and 3 more",
                        "AWS leaves such items out",
                        "isolation = Isolation.CLASS");
    }

    @EnsureGsis(
            isolation = Isolation.CLASS,
            tables = @Table(name = "bookings", partitionKey = "bookingId", sortKey = "day:N"))
    static class WithWhatNoKeyCanBe {
        @Test
        void writesThem(DynamoDbClient client) {
            write(client, "null", AttributeValue.fromNul(true));
            write(client, "list", AttributeValue.fromL(List.of()));
            write(client, "map", AttributeValue.fromM(Map.of()));
            write(client, "set", AttributeValue.fromSs(List.of("a")));
            write(client, "boolean", AttributeValue.fromBool(false));
            write(client, "numbers", AttributeValue.fromNs(List.of("1")));
            write(client, "string", AttributeValue.fromS("a"));
        }

        @Nested
        @EnsureGsis(gsis = @Gsi(table = "bookings", name = "agent-index", partitionKey = "agentId"))
        class WithAnIndex {
            @Test
            void isNotStarted() {}
        }
    }

    @Test
    void areOnlyThose() {
        assertThatRunOf(WithWhatIsLeftOutInPeace.class).succeeded(2);
    }

    @EnsureGsis(
            isolation = Isolation.CLASS,
            tables = @Table(name = "bookings", partitionKey = "bookingId", sortKey = "day:N"))
    static class WithWhatIsLeftOutInPeace {
        @Test
        void writesThem(DynamoDbClient client) {
            write(client, "empty", AttributeValue.fromS(""));
            write(client, "long", AttributeValue.fromS("a".repeat(3000)));
            write(client, "number", AttributeValue.fromN("1"));
            write(client, "string", AttributeValue.fromS("a"));
        }

        @Nested
        @EnsureGsis(gsis = @Gsi(table = "bookings", name = "agent-index", partitionKey = "agentId"))
        class WithAnIndex {
            @Test
            void hasItBuilt(DynamoDbClient client) {
                assertThat(client.scan(scan -> scan.tableName("bookings").indexName("agent-index"))
                                .items())
                        .extracting(item ->
                                Objects.requireNonNull(item.get("bookingId")).s())
                        .contains("string")
                        .doesNotContain("empty");
            }
        }
    }

    @Test
    void areNoneOfTheNextClassWithADatabaseOfItsOwn() {
        assertThatRunOf(WithADatabaseEach.class).succeeded(2);
    }

    @EnsureGsis(
            isolation = Isolation.METHOD,
            tables = @Table(name = "bookings", partitionKey = "bookingId", sortKey = "day:N"))
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class WithADatabaseEach {
        @Test
        @Order(1)
        void writesOne(DynamoDbClient client) {
            write(client, "null", AttributeValue.fromNul(true));
        }

        @Test
        @Order(2)
        @EnsureGsis(gsis = @Gsi(table = "bookings", name = "agent-index", partitionKey = "agentId"))
        void hasTheIndex(DynamoDbClient client) {
            assertThat(client.scan(scan -> scan.tableName("bookings").indexName("agent-index"))
                            .items())
                    .isEmpty();
        }
    }

    private static void write(DynamoDbClient client, String id, AttributeValue agent) {
        client.putItem(put -> put.tableName("bookings")
                .item(Map.of(
                        "bookingId", AttributeValue.fromS(id), "day", AttributeValue.fromN("1"), "agentId", agent)));
    }
}
