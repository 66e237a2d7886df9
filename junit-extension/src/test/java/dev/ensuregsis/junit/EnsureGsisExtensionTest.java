package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@SuppressWarnings("NullAway.Init") // the extension fills the fields
@DisplayName("The extension in code")
class EnsureGsisExtensionTest {

    @Test
    void doesAllThatTheAnnotationDoes() {
        assertThatRunOf(Built.class).succeeded(2);
    }

    static class Built {
        @RegisterExtension
        static final EnsureGsisExtension GSIS = EnsureGsisExtension.builder()
                .definitions("classpath:gsis.json")
                .definitions(inCode())
                .table("flights", "flightId", "leg:N")
                .gsi("flights", "status-index", "status")
                .isolation(Isolation.CLASS)
                .build();

        static DynamoDbClient ofClass;
        DynamoDbClient ofInstance;

        private static Definitions inCode() {
            return new Definitions(List.of(new TableDefinition(
                    "agents",
                    Map.of("agentId", AttributeType.S, "city", AttributeType.S),
                    List.of(new IndexDefinition(
                            "city-index", KeySchema.of("city"), Projection.KEYS_ONLY, Capacity.UNSTATED)),
                    TableCreation.onDemand(KeySchema.of("agentId")),
                    Place.of("in code"))));
        }

        @BeforeAll
        static void beforeAll(DynamoDbClient client) {
            assertThat(client.listTables().tableNames()).containsExactly("agents", "bookings", "flights");
        }

        @Test
        void test(DynamoDbClient client) {
            assertThat(client).isSameAs(ofClass).isSameAs(ofInstance);
            assertThat(DefinitionsTest.index(client, "flights", "status-index")).isNotNull();
        }

        @Nested
        class Inner {
            @Test
            @EnsureGsis(tables = @Table(name = "more", partitionKey = "id"))
            void aMethodMayBeAnnotated(DynamoDbClient client) {
                assertThat(client).isNotSameAs(ofClass);
                assertThat(client.listTables().tableNames()).containsExactly("agents", "bookings", "flights", "more");
            }
        }
    }

    @Test
    void anInstanceFieldSaysThatItMustBeStatic() {
        assertThatRunOf(InstanceField.class)
                .failedInOneTest()
                .isInstanceOf(EnsureGsisException.class)
                .hasMessageContainingAll(InstanceField.class.getName() + ".gsis", "must be static");
        assertThatRunOf(InstanceFieldPerClass.class).failedOnceInItsContainer().hasMessageContaining("must be static");
    }

    static class InstanceField {
        @RegisterExtension
        final EnsureGsisExtension gsis = EnsureGsisExtension.builder().build();

        @Test
        void neverRuns() {}
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class InstanceFieldPerClass {
        @RegisterExtension
        final EnsureGsisExtension gsis = EnsureGsisExtension.builder().build();

        @Test
        void neverRuns() {}
    }

    @ParameterizedTest
    @ValueSource(classes = {FieldAndAnnotation.class, TwoFields.class})
    void aClassHasOneOfThem(Class<?> fixture) {
        assertThatRunOf(fixture)
                .failedOnceInItsContainer()
                .isInstanceOf(EnsureGsisException.class)
                .hasMessageContainingAll(fixture.getName(), "put all into one of them");
    }

    @EnsureGsis
    static class FieldAndAnnotation {
        @RegisterExtension
        static final EnsureGsisExtension GSIS = EnsureGsisExtension.builder().build();

        @Test
        void neverRuns() {}
    }

    static class TwoFields {
        @RegisterExtension
        static final EnsureGsisExtension ONE = EnsureGsisExtension.builder().build();

        @RegisterExtension
        static final EnsureGsisExtension TWO = EnsureGsisExtension.builder().build();

        @Test
        void neverRuns() {}
    }
}
