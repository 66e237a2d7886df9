package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@SuppressWarnings("NullAway.Init") // the extension fills the fields
@DisplayName("Nested classes and annotated methods")
class NestedTest {

    @Test
    void aNestedClassSeesTheOuterOnesDatabase() {
        assertThatRunOf(Outer.class).succeeded(4);
    }

    @EnsureGsis(isolation = Isolation.CLASS)
    static class Outer {
        static DynamoDbClient ofOuter;
        DynamoDbClient ofInstance;

        @Test
        void hasItsTablesOnly(DynamoDbClient client) {
            assertThat(client).isSameAs(ofInstance);
            assertThat(client.listTables().tableNames()).startsWith("bookings");
        }

        @Nested
        class Plain {
            @Test
            void isTheSame(DynamoDbClient client) {
                assertThat(client).isSameAs(ofOuter).isSameAs(ofInstance);
            }
        }

        @Nested
        @EnsureGsis(tables = @Table(name = "flights", partitionKey = "flightId"))
        class Adding {
            @Test
            void hasBothInTheSameDatabase(DynamoDbClient client) {
                assertThat(client).isSameAs(ofOuter).isSameAs(ofInstance);
                assertThat(client.listTables().tableNames()).containsExactly("bookings", "flights");
            }
        }

        @Nested
        @EnsureGsis(isolation = Isolation.CLASS, tables = @Table(name = "agents", partitionKey = "agentId"))
        class OnItsOwn {
            @Test
            void hasBothInADatabaseOfItsOwn(DynamoDbClient client) {
                assertThat(client).isNotSameAs(ofOuter).isSameAs(ofInstance);
                assertThat(client.listTables().tableNames()).contains("agents");
                assertThat(ofOuter.listTables().tableNames()).doesNotContain("agents");
            }
        }
    }

    @Test
    void onlyTheNestedClassMayBeAnnotated() {
        assertThatRunOf(PlainOuter.class).succeeded(2);
    }

    static class PlainOuter {
        DynamoDbClient ofOuter;

        @Test
        void hasNothing() {
            assertThat(ofOuter).isNull();
        }

        @Nested
        @EnsureGsis
        class Annotated {
            @Test
            void hasIt(DynamoDbClient client) {
                assertThat(client.listTables().tableNames()).contains("bookings");
            }
        }
    }

    @Test
    void aNestedClassOfAClassWithADatabasePerMethodHasThemToo() {
        assertThatRunOf(PerMethod.class).succeeded(3);
    }

    @EnsureGsis(isolation = Isolation.METHOD)
    static class PerMethod {
        DynamoDbClient client;

        @BeforeEach
        void startsWithoutExtraTables() {
            client.deleteTable(request -> request.tableName("bookings"));
        }

        @Test
        void one() {}

        @Nested
        class Inner {
            @Test
            void two() {}

            @Test
            void three() {}
        }
    }

    @Test
    void anAnnotatedMethodHasADatabaseOfItsOwnWithAllDefinitions() {
        assertThatRunOf(WithMethod.class).succeeded(2);
    }

    @EnsureGsis
    static class WithMethod {
        static DynamoDbClient ofClass;
        DynamoDbClient ofInstance;

        @Test
        @EnsureGsis(
                tables = @Table(name = "flights", partitionKey = "flightId"),
                gsis = @Gsi(table = "bookings", name = "agent-index", partitionKey = "agentId"))
        void annotated(DynamoDbClient client) {
            assertThat(client).isSameAs(ofInstance).isNotSameAs(ofClass);
            assertThat(client.listTables().tableNames()).containsExactly("bookings", "flights");
            assertThat(DefinitionsTest.index(client, "bookings", "agent-index")).isNotNull();
            assertThat(DefinitionsTest.index(client, "bookings", "passenger-flight-index"))
                    .isNotNull();
        }

        @Test
        void plain(DynamoDbClient client) {
            assertThat(client).isSameAs(ofInstance).isSameAs(ofClass);
            assertThat(client.listTables().tableNames()).containsExactly("bookings");
        }
    }

    @Test
    void onlyMethodsMayBeAnnotated() {
        assertThatRunOf(OnlyMethods.class).succeeded(2);
    }

    static class OnlyMethods {
        @Test
        @EnsureGsis(tables = @Table(name = "one", partitionKey = "id"))
        void one(DynamoDbClient client) {
            assertThat(client.listTables().tableNames()).containsExactly("one");
        }

        @Test
        @EnsureGsis(tables = @Table(name = "two", partitionKey = "id"))
        void two(DynamoDbClient client) {
            assertThat(client.listTables().tableNames()).containsExactly("two");
        }
    }

    @Test
    void aMethodCantBeSharedByItsAnnotation() {
        assertThatRunOf(SharedMethod.class)
                .failedInOneTest()
                .hasMessageContainingAll("an annotated method has a database of its own", "SHARED");
    }

    static class SharedMethod {
        @Test
        @EnsureGsis(isolation = Isolation.SHARED)
        void neverRuns() {}
    }
}
