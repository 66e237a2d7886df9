package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;

@SuppressWarnings("NullAway.Init") // the extension fills the fields
@DisplayName("The samples of the pages on tests, and of applications that use the engine")
class DocumentedSamplesTest {
    private static final Pattern SAMPLE =
            Pattern.compile("<!-- sample: (\\S+) -->\\s*```\\w+\\n(.*?)```", Pattern.DOTALL);
    private static final Path ROOT = Path.of("..");

    /** A sample's name is that of a class or method of this file, or a file of the repository that it is a part of. */
    @ParameterizedTest
    @CsvSource({"junit.md, 17", "frameworks.md, 7", "java-api.md, 6"})
    void standInFilesThatAreCompiledAndRun(String page, int count) throws IOException {
        var samples = SAMPLE.matcher(Files.readString(ROOT.resolve("docs").resolve(page)))
                .results()
                .toList();
        assertThat(samples).hasSize(count);
        for (var sample : samples) {
            assertThat(withoutSpace(Files.readString(source(sample.group(1)))))
                    .as(sample.group(1))
                    .contains(withoutSpace(sample.group(2)));
        }
    }

    private static Path source(String name) {
        return name.contains("/")
                ? ROOT.resolve(name)
                : Path.of("src/test/java", DocumentedSamplesTest.class.getName().replace('.', '/') + ".java");
    }

    private static String withoutSpace(String text) {
        // A fixture has to be static, which a class of its own file is not.
        return text.replace("static class ", "class ").replaceAll("\\s", "");
    }

    @Test
    void run() {
        assertThatRunOf(BookingsTest.class, Inline.class, Built.class, EmptyTablesTest.class, AgentsTest.class)
                .succeeded(7);
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

    @EnsureGsis(isolation = Isolation.METHOD)
    static class EmptyTablesTest {
        DynamoDbClient dynamoDb;

        @RepeatedTest(2)
        void startsEmpty() {
            assertThat(dynamoDb.scan(scan -> scan.tableName("bookings")).count())
                    .isZero();
            dynamoDb.putItem(put -> put.tableName("bookings").item(Map.of("bookingId", AttributeValue.fromS("b1"))));
        }
    }

    @EnsureGsis(value = "classpath:gsis.json", isolation = Isolation.CLASS)
    @Retention(RetentionPolicy.RUNTIME)
    @interface OnDynamoDb {}

    @OnDynamoDb
    static class AgentsTest {
        @Test
        @EnsureGsis(tables = @Table(name = "agents", partitionKey = "agentId"))
        void aMethodHasADatabaseOfItsOwn(DynamoDbClient dynamoDb) {
            assertThat(dynamoDb.listTables().tableNames()).containsExactly("agents", "bookings");
        }

        @Nested
        @EnsureGsis(gsis = @Gsi(table = "bookings", name = "agent-index", partitionKey = "agentId"))
        class ByAgent {
            @Test
            void aNestedClassAddsToTheOuterOnes(DynamoDbClient dynamoDb) {
                assertThat(dynamoDb.scan(scan -> scan.tableName("bookings").indexName("agent-index"))
                                .count())
                        .isZero();
            }
        }
    }

    @Test
    void whatWasWrittenByHandAndWhatTheAnnotationEnsuresAreTheSame() {
        try (var server = EmbeddedServer.start();
                var client = LocalClients.create(server.shared())) {
            createBookings(client);
            Fixtures.of(Inline.class)
                    .with("gsi.endpoint", server.uri().toString())
                    .assertThatRun()
                    .succeeded(1);
            assertThat(SentCalls.to(server.uri())).containsOnlyOnce("CreateTable");
        }
    }

    void createBookings(DynamoDbClient dynamoDb) {
        dynamoDb.createTable(CreateTableRequest.builder()
                .tableName("bookings")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        AttributeDefinition.builder()
                                .attributeName("bookingId")
                                .attributeType("S")
                                .build(),
                        AttributeDefinition.builder()
                                .attributeName("passengerId")
                                .attributeType("S")
                                .build(),
                        AttributeDefinition.builder()
                                .attributeName("flightDate")
                                .attributeType("N")
                                .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("bookingId")
                        .keyType("HASH")
                        .build())
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("passenger-flight-index")
                        .keySchema(
                                KeySchemaElement.builder()
                                        .attributeName("passengerId")
                                        .keyType("HASH")
                                        .build(),
                                KeySchemaElement.builder()
                                        .attributeName("flightDate")
                                        .keyType("RANGE")
                                        .build())
                        .projection(Projection.builder().projectionType("ALL").build())
                        .build())
                .build());
    }
}
