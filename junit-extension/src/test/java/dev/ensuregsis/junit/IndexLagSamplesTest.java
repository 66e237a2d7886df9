package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.IndexLag;
import dev.ensuregsis.local.Strict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@DisplayName("The samples of what AWS shows and DynamoDB Local doesn't")
class IndexLagSamplesTest {

    @Test
    void theTestCatchesTheCodeThatReadsItsOwnWrite() {
        assertThatRunOf(DeskTest.class).failedInOneTest().isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void eachWayMendsIt() {
        assertThatRunOf(MendedDeskTest.class, AsStrictAsItGetsTest.class).succeeded(4);
    }

    private static Map<String, AttributeValue> booking(String bookingId, String passengerId) {
        return Map.of(
                "bookingId", AttributeValue.fromS(bookingId),
                "passengerId", AttributeValue.fromS(passengerId),
                "flightDate", AttributeValue.fromN("20270314"));
    }

    record Bookings(DynamoDbClient dynamoDb) {
        List<Map<String, AttributeValue>> flightsOf(String passengerId) {
            return dynamoDb.query(query -> query.tableName("bookings")
                            .indexName("passenger-flight-index")
                            .keyConditionExpression("passengerId = :p")
                            .expressionAttributeValues(Map.of(":p", AttributeValue.fromS(passengerId))))
                    .items();
        }
    }

    record Desk(DynamoDbClient dynamoDb) {
        Map<String, AttributeValue> book(String bookingId, String passengerId) {
            dynamoDb.putItem(put -> put.tableName("bookings").item(booking(bookingId, passengerId)));
            return new Bookings(dynamoDb).flightsOf(passengerId).get(0);
        }
    }

    @EnsureGsis
    static class DeskTest {
        @Test
        void answersWithWhatWasBooked(DynamoDbClient dynamoDb, IndexLag indexLag) {
            indexLag.hold();

            assertThat(new Desk(dynamoDb).book("b1", "p1")).containsEntry("bookingId", AttributeValue.fromS("b1"));
        }
    }

    record RemembersWhatItWrote(DynamoDbClient dynamoDb) {
        Map<String, AttributeValue> book(String bookingId, String passengerId) {
            var booking = booking(bookingId, passengerId);
            dynamoDb.putItem(put -> put.tableName("bookings").item(booking));
            return booking;
        }
    }

    record AsksTheTable(DynamoDbClient dynamoDb) {
        Map<String, AttributeValue> book(String bookingId, String passengerId) {
            dynamoDb.putItem(put -> put.tableName("bookings").item(booking(bookingId, passengerId)));
            return dynamoDb.getItem(get -> get.tableName("bookings")
                            .key(Map.of("bookingId", AttributeValue.fromS(bookingId)))
                            .consistentRead(true))
                    .item();
        }
    }

    record AsksTheIndexAgain(DynamoDbClient dynamoDb, Runnable pause) {
        Map<String, AttributeValue> book(String bookingId, String passengerId) {
            dynamoDb.putItem(put -> put.tableName("bookings").item(booking(bookingId, passengerId)));
            for (int looks = 0; looks < 20; looks++) {
                var flights = new Bookings(dynamoDb).flightsOf(passengerId);
                if (!flights.isEmpty()) {
                    return flights.get(0);
                }
                pause.run();
            }
            throw new IllegalStateException("Booked, but not to be found by passenger yet: " + bookingId);
        }
    }

    @EnsureGsis(isolation = Isolation.METHOD)
    static class MendedDeskTest {
        @Test
        void remembers(DynamoDbClient dynamoDb, IndexLag indexLag) {
            indexLag.hold();

            assertThat(new RemembersWhatItWrote(dynamoDb).book("b1", "p1")).containsKey("bookingId");
        }

        @Test
        void asksTheTable(DynamoDbClient dynamoDb, IndexLag indexLag) {
            indexLag.hold();

            assertThat(new AsksTheTable(dynamoDb).book("b1", "p1")).containsKey("bookingId");
        }

        @Test
        void asksAgain(DynamoDbClient dynamoDb, IndexLag indexLag) {
            indexLag.hold();

            assertThat(new AsksTheIndexAgain(dynamoDb, indexLag::catchUp).book("b1", "p1"))
                    .containsKey("bookingId");
        }
    }

    @EnsureGsis(strict = Strict.ALL, indexLag = "200ms")
    static class AsStrictAsItGetsTest {
        @Test
        void hasADatabaseOfItsOwn(DynamoDbClient dynamoDb) {
            assertThat(new RemembersWhatItWrote(dynamoDb).book("b1", "p1")).isNotEmpty();
        }
    }
}
