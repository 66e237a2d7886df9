package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.DynamoDbEndpoint;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;

@SuppressWarnings("NullAway.Init") // the extension fills the fields
@DisplayName("Isolation: who shares a database")
class IsolationTest {

    /** Puts an item and counts what is there. */
    private static int putAndCount(DynamoDbClient client, String id) {
        client.putItem(request -> request.tableName("bookings").item(Map.of("bookingId", AttributeValue.fromS(id))));
        return client.scan(request -> request.tableName("bookings")).count();
    }

    @Test
    void sharedIsOneDatabaseOfOneServerPerRun() {
        assertThatRunOf(SharedOne.class, SharedTwo.class).succeeded(2);
        assertThat(SEEN).hasSize(1);
    }

    static final Set<DynamoDbEndpoint> SEEN = ConcurrentHashMap.newKeySet();

    @EnsureGsis
    static class SharedOne {
        @Test
        void puts(DynamoDbClient client, DynamoDbEndpoint endpoint) {
            SEEN.add(endpoint);
            assertThat(putAndCount(client, "one")).isEqualTo(1);
        }
    }

    @EnsureGsis
    static class SharedTwo {
        @Test
        void seesWhatTheOtherPut(DynamoDbClient client, DynamoDbEndpoint endpoint) {
            SEEN.add(endpoint);
            assertThat(putAndCount(client, "two")).isEqualTo(2);
        }
    }

    @Test
    void whatAClassHasDestroyedIsThereAgainForTheNext() {
        assertThatRunOf(
                        FindsAllInPlace.class,
                        DeletesAnIndex.class,
                        FindsAllAgain.class,
                        DeletesATable.class,
                        AndAgain.class)
                .succeeded(5);
    }

    @EnsureGsis
    static class FindsAllInPlace {
        @Test
        void hasActiveIndexes(DynamoDbClient client) {
            assertThat(client.describeTable(table -> table.tableName("bookings"))
                            .table()
                            .globalSecondaryIndexes())
                    .isNotEmpty()
                    .allSatisfy(index -> assertThat(index.indexStatus()).isEqualTo(IndexStatus.ACTIVE));
        }
    }

    static class FindsAllAgain extends FindsAllInPlace {}

    static class AndAgain extends FindsAllInPlace {}

    @EnsureGsis
    static class DeletesAnIndex {
        @Test
        void succeeds(DynamoDbClient client) {
            var name = client.describeTable(table -> table.tableName("bookings"))
                    .table()
                    .globalSecondaryIndexes()
                    .get(0)
                    .indexName();
            client.updateTable(table -> table.tableName("bookings")
                    .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                            .delete(index -> index.indexName(name))
                            .build()));
        }
    }

    @EnsureGsis
    static class DeletesATable {
        @Test
        void succeeds(DynamoDbClient client) {
            client.deleteTable(table -> table.tableName("bookings"));
        }
    }

    @Test
    void aClassOfItsOwnStartsEmpty() {
        assertThatRunOf(SharedOneMore.class, OfClass.class, OfClassToo.class).succeeded(5);
    }

    @EnsureGsis
    static class SharedOneMore {
        @Test
        void puts(DynamoDbClient client) {
            putAndCount(client, "shared");
        }
    }

    @EnsureGsis(isolation = Isolation.CLASS)
    static class OfClass {
        static DynamoDbClient ofClass;

        @RepeatedTest(2)
        void sharesWithItsMethods(DynamoDbClient client, org.junit.jupiter.api.RepetitionInfo repetition) {
            assertThat(client).isSameAs(ofClass);
            assertThat(putAndCount(client, "item" + repetition.getCurrentRepetition()))
                    .isEqualTo(repetition.getCurrentRepetition());
        }
    }

    static class OfClassToo extends OfClass {}

    @Test
    void aStaticFieldCantHoldTheClientsOfTwoClassesAtTheSameTime() {
        Fixtures.of(OneAtATime.class, OneAtATimeToo.class)
                .inParallel(2)
                .assertThatRun()
                .failedOneContainerBeside(1)
                .hasMessageContaining("The static field " + OneAtATime.class.getName() + ".client");
    }

    static final CountDownLatch ONE_HAS_FAILED = new CountDownLatch(1);

    @EnsureGsis(isolation = Isolation.CLASS)
    @ExtendWith(CountsFailedClasses.class)
    static class OneAtATime {
        static DynamoDbClient client;

        @Test
        void waitsForTheOther() throws InterruptedException {
            assertThat(ONE_HAS_FAILED.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    static class OneAtATimeToo extends OneAtATime {}

    static class CountsFailedClasses implements AfterAllCallback {
        @Override
        public void afterAll(ExtensionContext context) {
            context.getExecutionException().ifPresent(failure -> ONE_HAS_FAILED.countDown());
        }
    }

    @Test
    void aMethodOfItsOwnStartsEmptyEachTime() {
        assertThatRunOf(OfMethod.class).succeeded(5);
    }

    @EnsureGsis(isolation = Isolation.METHOD)
    static class OfMethod {
        DynamoDbClient field;

        @RepeatedTest(2)
        void repeated(DynamoDbClient client) {
            assertThat(client).isSameAs(field);
            assertThat(putAndCount(client, "repeated")).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void withArguments(String id, DynamoDbClient client) {
            assertThat(client).isSameAs(field);
            assertThat(putAndCount(client, id)).isEqualTo(1);
        }

        @Test
        void plain() {
            assertThat(putAndCount(field, "plain")).isEqualTo(1);
        }
    }

    @Test
    void inParallelNobodySeesAnothersItems() {
        Fixtures.of(OfMethod.class, OfMethodToo.class, OfClassAlone.class, OfClassAloneToo.class)
                .inParallel(4)
                .assertThatRun()
                .succeeded(12);
    }

    static class OfMethodToo extends OfMethod {}

    @EnsureGsis(isolation = Isolation.CLASS)
    static class OfClassAlone {
        @Test
        void startsEmpty(DynamoDbClient client) {
            assertThat(putAndCount(client, "alone")).isEqualTo(1);
        }
    }

    static class OfClassAloneToo extends OfClassAlone {}

    @Test
    void theBuildsDefaultIsAConfigurationParameter() {
        Fixtures.of(OfBuild.class)
                .with("gsi.isolation", "METHOD")
                .assertThatRun()
                .succeeded(2);
    }

    @EnsureGsis
    static class OfBuild {
        @RepeatedTest(2)
        void startsEmpty(DynamoDbClient client) {
            assertThat(putAndCount(client, "build")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {WithStaticField.class, WithBeforeAll.class, WithPerClassField.class})
    void whatAllMethodsWouldShareIsRefusedByNameForMethods(Class<?> fixture) {
        assertThatRunOf(fixture)
                .failedOnceInItsContainer()
                .hasStackTraceContaining("isolation METHOD")
                .hasStackTraceContaining(fixture.getName());
    }

    @EnsureGsis(isolation = Isolation.METHOD)
    static class WithStaticField {
        static DynamoDbClient client;

        @Test
        void neverRuns() {}
    }

    @EnsureGsis(isolation = Isolation.METHOD)
    static class WithBeforeAll {
        @BeforeAll
        static void beforeAll(DynamoDbClient client) {}

        @Test
        void neverRuns() {}
    }

    @EnsureGsis(isolation = Isolation.METHOD)
    @TestInstance(Lifecycle.PER_CLASS)
    static class WithPerClassField {
        DynamoDbClient client;

        @Test
        void neverRuns() {}
    }

    @Test
    void aConstructorIsRefusedByNameForMethods() {
        assertThatRunOf(WithConstructor.class)
                .failedInOneTest()
                .hasStackTraceContaining("isolation METHOD")
                .hasStackTraceContaining("the constructor of " + WithConstructor.class.getName());
    }

    @EnsureGsis(isolation = Isolation.METHOD)
    static class WithConstructor {
        WithConstructor(DynamoDbClient client) {}

        @Test
        void neverRuns() {}
    }

    @Test
    void classesThatShareMayAddToATable() {
        assertThatRunOf(SharedOneMore.class, Adding.class).succeeded(2);
    }

    @EnsureGsis(
            value = "classpath:gsis.json",
            gsis = @Gsi(table = "bookings", name = "agent-index", partitionKey = "agentId"))
    static class Adding {
        @Test
        void hasBoth(DynamoDbClient client) {
            assertThat(DefinitionsTest.index(client, "bookings", "agent-index")).isNotNull();
            assertThat(DefinitionsTest.index(client, "bookings", "passenger-flight-index"))
                    .isNotNull();
        }
    }

    @Test
    void classesThatShareAndContradictEachOtherAreToldBothShapes() {
        assertThatRunOf(SharedOneMore.class, OtherIndex.class)
                .failedOneContainerBeside(1)
                .isInstanceOf(EnsureGsisException.class)
                .hasMessageContainingAll(
                        OtherIndex.class.getName(),
                        SharedOneMore.class.getName(),
                        "passenger-flight-index",
                        "key is passengerId here and passengerId / flightDate there",
                        "isolation = Isolation.CLASS");
        assertThatRunOf(SharedOneMore.class, OtherKey.class)
                .failedOneContainerBeside(1)
                .hasMessageContainingAll("bookings", "key is id here and bookingId there");
    }

    @EnsureGsis(
            tables = @Table(name = "bookings", partitionKey = "bookingId"),
            gsis = @Gsi(table = "bookings", name = "passenger-flight-index", partitionKey = "passengerId"))
    static class OtherIndex {
        @Test
        void neverRuns() {}
    }

    @EnsureGsis(tables = @Table(name = "bookings", partitionKey = "id"))
    static class OtherKey {
        @Test
        void neverRuns() {}
    }
}
