package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@DisplayName("The samples of docs/junit.md")
class DocumentedSamplesTest {
    private static final Pattern SAMPLE =
            Pattern.compile("<!-- sample: \\w+ -->\\s*```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void standInThisFile() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "junit.md"));
        var source = withoutSpace(Files.readString(
                Path.of("src/test/java", DocumentedSamplesTest.class.getName().replace('.', '/') + ".java")));
        assertThat(SAMPLE.matcher(page).results().map(sample -> withoutSpace(sample.group(1))))
                .hasSize(3)
                .allSatisfy(sample -> assertThat(source).contains(sample));
    }

    private static String withoutSpace(String text) {
        // A fixture has to be static, which a class of its own file is not.
        return text.replace("static class BookingsTest", "class BookingsTest").replaceAll("\\s", "");
    }

    @Test
    void run() {
        assertThatRunOf(BookingsTest.class, Inline.class, Built.class).succeeded(3);
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

    @EnsureGsis
    static class BookingsTest {
        @Test
        void findsTheFlightsOfAPassenger(DynamoDbClient dynamoDb) {
            assertThat(new Bookings(dynamoDb).flightsOf("p1")).isEmpty();
        }
    }

    @EnsureGsis(
            tables = @Table(name = "bookings", partitionKey = "bookingId"),
            gsis =
                    @Gsi(
                            table = "bookings",
                            name = "passenger-flight-index",
                            partitionKey = "passengerId",
                            sortKey = "flightDate:N"))
    static class Inline {
        @Test
        void isThere(DynamoDbClient dynamoDb) {
            assertThat(new Bookings(dynamoDb).flightsOf("p1")).isEmpty();
        }
    }

    static class Built {
        @RegisterExtension
        static final EnsureGsisExtension GSIS = EnsureGsisExtension.builder()
                .table("bookings", "bookingId")
                .gsi("bookings", "passenger-flight-index", "passengerId", "flightDate:N")
                .isolation(Isolation.CLASS)
                .build();

        @Test
        void isThere(DynamoDbClient dynamoDb) {
            assertThat(new Bookings(dynamoDb).flightsOf("p1")).isEmpty();
        }
    }
}
