package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

@DisplayName("What is wanted is read from definitions, annotations and both")
class DefinitionsTest {

    @Test
    void theFileAtTheRootOfTheClassPathIsTheDefault() {
        assertThatRunOf(Default.class).succeeded(1);
    }

    @EnsureGsis
    static class Default {
        @BeforeAll
        static void isActiveBeforeTheFirstTest(DynamoDbClient client) {
            assertThat(index(client, "bookings", "passenger-flight-index").indexStatus())
                    .isEqualTo(IndexStatus.ACTIVE);
        }

        @Test
        void isThere(DynamoDbClient client) {
            assertThat(index(client, "bookings", "passenger-flight-index").keySchema())
                    .extracting(KeySchemaElement::attributeName)
                    .containsExactly("passengerId", "flightDate");
        }
    }

    @Test
    void tablesAndIndexesStandInTheAnnotation() {
        assertThatRunOf(Inline.class).succeeded(1);
    }

    @EnsureGsis(
            tables = @Table(name = "flights", partitionKey = "flightId", sortKey = "leg:N"),
            gsis = {
                @Gsi(
                        table = "flights",
                        name = "route-index",
                        partitionKey = {"origin", "destination"},
                        sortKey = "departure:N"),
                @Gsi(
                        table = "flights",
                        name = "status-index",
                        partitionKey = "status",
                        nonKeyAttributes = {"gate", "delay"})
            })
    static class Inline {
        @Test
        void isThere(DynamoDbClient client) {
            assertThat(index(client, "flights", "route-index").keySchema())
                    .extracting(KeySchemaElement::attributeName)
                    .containsExactly("origin", "destination", "departure");
            var projection = index(client, "flights", "status-index").projection();
            assertThat(projection.projectionType()).isEqualTo(ProjectionType.INCLUDE);
            assertThat(projection.nonKeyAttributes()).containsExactlyInAnyOrder("gate", "delay");
            var table = client.describeTable(request -> request.tableName("flights"))
                    .table();
            assertThat(table.attributeDefinitions())
                    .extracting(attribute -> attribute.attributeName() + ":" + attribute.attributeTypeAsString())
                    .containsExactlyInAnyOrder(
                            "flightId:S", "leg:N", "origin:S", "destination:S", "departure:N", "status:S");
        }
    }

    @Test
    void aFileInListFormTakesItsKeyFromTheAnnotation() {
        assertThatRunOf(ListForm.class).succeeded(1);
    }

    @EnsureGsis(
            definitions = "classpath:indexes/list-form.json",
            tables = @Table(name = "bookings", partitionKey = "id"))
    static class ListForm {
        @Test
        void isThere(DynamoDbClient client) {
            assertThat(index(client, "bookings", "passenger-index").projection().nonKeyAttributes())
                    .containsExactly("seat");
        }
    }

    @Test
    void aFileThatIsNotThereIsToldWithWhereItWasLookedFor() {
        assertThatRunOf(Misspelt.class)
                .failedOnceInItsContainer()
                .isInstanceOf(EnsureGsisException.class)
                .hasMessageEndingWith("gsi.json: no such file seen from the working directory, "
                        + Path.of("").toAbsolutePath());
    }

    @EnsureGsis("gsi.json")
    static class Misspelt {
        @Test
        void neverRuns() {}
    }

    @Test
    void aFileThatIsOnTheClassPathInsteadIsToldHowToWrite() {
        assertThatRunOf(WithoutClasspath.class)
                .failedOnceInItsContainer()
                .isInstanceOf(EnsureGsisException.class)
                .hasMessageContaining("write \"classpath:indexes/list-form.json\"");
    }

    @EnsureGsis("indexes/list-form.json")
    static class WithoutClasspath {
        @Test
        void neverRuns() {}
    }

    @Test
    void aTableWithoutKeyIsShownWholeToBeCompleted() {
        assertThatRunOf(NoKey.class)
                .failedOnceInItsContainer()
                .isInstanceOf(EnsureGsisException.class)
                .hasMessageContainingAll(
                        "list-form.json",
                        "@Table(name = \"bookings\", partitionKey = \"...\")",
                        "\"BillingMode\" : \"PAY_PER_REQUEST\"",
                        "\"IndexName\" : \"passenger-index\"",
                        "\"NonKeyAttributes\" : [ \"seat\" ]");
    }

    @EnsureGsis("classpath:indexes/list-form.json")
    static class NoKey {
        @Test
        void neverRuns() {}
    }

    @Test
    void definitionsOfTheWholeBuildAreAConfigurationParameter() {
        Fixtures.of(ByParameter.class)
                .with("gsi.definitions", "classpath:gsis.json")
                .assertThatRun()
                .succeeded(1);
        Fixtures.of(ByParameter.class)
                .with("gsi.definitions", "classpath:absent.json")
                .assertThatRun()
                .failedOnceInItsContainer()
                .hasMessageContaining("absent.json");
    }

    @EnsureGsis
    static class ByParameter {
        @Test
        void isThere(DynamoDbClient client) {
            assertThat(client.listTables().tableNames()).containsExactly("bookings");
        }
    }

    @Test
    void valuesForTemplatesAreConfigurationParameters() {
        Fixtures.of(Template.class)
                .with("gsi.parameters", "Stage=prod")
                .with("gsi.tableNames", "Flights=real-flights")
                .assertThatRun()
                .succeeded(1);
        assertThatRunOf(Template.class)
                .failedOnceInItsContainer()
                .hasMessageContaining("give it with gsi.parameters=Stage=<value>");
    }

    @EnsureGsis("classpath:indexes/template.yaml")
    static class Template {
        @Test
        void isThere(DynamoDbClient client) {
            assertThat(client.listTables().tableNames()).contains("bookings-prod", "real-flights");
        }
    }

    @Test
    void theRegionThatIsMeantIsAConfigurationParameter() {
        Fixtures.of(TwoRegions.class)
                .with("gsi.region", "us-east-1")
                .assertThatRun()
                .succeeded(1);
        Fixtures.of(TwoRegions.class)
                .with("gsi.stack", "Prod")
                .assertThatRun()
                .failedOnceInItsContainer()
                .hasMessageContainingAll("\"orders\" is two tables", "gsi.region=eu-central-1 or gsi.region=us-east-1");
    }

    @EnsureGsis("classpath:indexes/two-regions.plan.json")
    static class TwoRegions {
        @Test
        void isThere(DynamoDbClient client) {
            assertThat(client.describeTable(table -> table.tableName("orders"))
                            .table()
                            .globalSecondaryIndexes())
                    .extracting(index -> index.indexName())
                    .containsExactly("by-customer");
        }
    }

    @Test
    void whatIsntReadIsSaidWhereSomethingIsMissing() {
        assertThatRunOf(Nested.class)
                .failedOnceInItsContainer()
                .hasMessageContainingAll(
                        "can't be created without the types of its key attributes orderId",
                        "not read: the nested stack \"Billing\" because");
        Fixtures.of(Nested.class)
                .with("gsi.strictDefinitions", "true")
                .assertThatRun()
                .failedOnceInItsContainer()
                .hasMessageContaining("the nested stack \"Billing\" isn't read because");
    }

    @EnsureGsis("classpath:indexes/nested.yaml")
    static class Nested {
        @Test
        void neverRuns() {}
    }

    @Test
    void contradictionsBetweenSourcesAreRefused() {
        assertThatRunOf(Contradicting.class)
                .failedOnceInItsContainer()
                .hasMessageContainingAll("passengerId", "gsis.json", "@Gsi(table = \"bookings\"");
    }

    @EnsureGsis(
            value = "classpath:gsis.json",
            gsis = @Gsi(table = "bookings", name = "other-index", partitionKey = "passengerId:N"))
    static class Contradicting {
        @Test
        void neverRuns() {}
    }

    @Test
    void allFaultsOfAnAnnotationAreToldInOneGo() {
        assertThatRunOf(Faulty.class)
                .failedOnceInItsContainer()
                .hasMessageContainingAll("ab", "write S, N or B", "partitionKey is missing", "nonKeyAttributes");
    }

    @EnsureGsis(
            tables = {
                @Table(name = "ab", partitionKey = "id"),
                @Table(name = "typed", partitionKey = "id:X"),
                @Table(name = "keyless")
            },
            gsis =
                    @Gsi(
                            table = "typed",
                            name = "index",
                            partitionKey = "a",
                            projection = Gsi.Projection.KEYS_ONLY,
                            nonKeyAttributes = "b"))
    static class Faulty {
        @Test
        void neverRuns() {}
    }

    static GlobalSecondaryIndexDescription index(DynamoDbClient client, String table, String index) {
        return client.describeTable(request -> request.tableName(table)).table().globalSecondaryIndexes().stream()
                .filter(candidate -> candidate.indexName().equals(index))
                .findFirst()
                .orElseThrow();
    }
}
