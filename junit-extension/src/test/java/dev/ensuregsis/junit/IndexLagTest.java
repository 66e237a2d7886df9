package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.IndexLag;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@SuppressWarnings("NullAway.Init") // the extension fills the fields
@DisplayName("Indexes that lag: whose, and how they are held")
class IndexLagTest {
    private static final Set<DynamoDbEndpoint> SHARED = ConcurrentHashMap.newKeySet();
    private static final Set<DynamoDbEndpoint> SHARED_AND_LAGGING = ConcurrentHashMap.newKeySet();

    private static int found(DynamoDbClient client) {
        return client.query(query -> query.tableName("bookings")
                        .indexName("passenger-flight-index")
                        .keyConditionExpression("passengerId = :p")
                        .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("ann"))))
                .count();
    }

    private static void put(DynamoDbClient client) {
        client.putItem(put -> put.tableName("bookings")
                .item(Map.of(
                        "bookingId", AttributeValue.fromS("b1"),
                        "passengerId", AttributeValue.fromS("ann"),
                        "flightDate", AttributeValue.fromN("1"))));
    }

    private static int putAndFind(DynamoDbClient client) {
        put(client);
        return found(client);
    }

    @Test
    void aClassThatAsksForALagOrTakesAHandOnItHasADatabaseOfItsOwn() {
        assertThatRunOf(Plain.class, Lags.class, Holds.class, HoldsByField.class, PlainToo.class, Built.class)
                .succeeded(7);
        assertThat(SHARED).hasSize(1);
    }

    @EnsureGsis
    static class Plain {
        @Test
        void seesItsWritesAtOnce(DynamoDbClient client, DynamoDbEndpoint endpoint) {
            SHARED.add(endpoint);
            assertThat(putAndFind(client)).isEqualTo(1);
        }
    }

    static class PlainToo extends Plain {}

    @EnsureGsis(indexLag = "1000m")
    static class Lags {
        @Test
        void doesNotSeeItsWrites(DynamoDbClient client, DynamoDbEndpoint endpoint) {
            assertThat(SHARED).doesNotContain(endpoint);
            assertThat(putAndFind(client)).isZero();
        }
    }

    @EnsureGsis
    static class Holds {
        @Test
        void decidesInsteadOfSleeping(DynamoDbClient client, IndexLag indexLag, DynamoDbEndpoint endpoint) {
            assertThat(SHARED).doesNotContain(endpoint);
            indexLag.hold();
            assertThat(putAndFind(client)).isZero();
            indexLag.catchUp();
            assertThat(found(client)).isEqualTo(1);
            indexLag.release();
        }
    }

    @EnsureGsis
    static class HoldsByField {
        static IndexLag ofClass;
        IndexLag indexLag;
        DynamoDbClient client;

        @BeforeAll
        static void hold() {
            ofClass.hold();
        }

        @RepeatedTest(2)
        void isHeld() {
            assertThat(indexLag).isSameAs(ofClass);
            assertThat(putAndFind(client)).isZero();
        }
    }

    static class Built {
        @RegisterExtension
        static final EnsureGsisExtension GSIS = EnsureGsisExtension.builder()
                .definitions("classpath:gsis.json")
                .indexLag(Duration.ofDays(1))
                .build();

        @Test
        void lagsAsTheBuilderSays(DynamoDbClient client) {
            assertThat(putAndFind(client)).isZero();
        }
    }

    @Test
    void theBuildsLagIsThatOfTheSharedDatabase() {
        Fixtures.of(SharedLags.class, SaysTheSame.class, SaysNone.class)
                .with("gsi.indexLag", "1000m")
                .assertThatRun()
                .succeeded(3);
        assertThat(SHARED_AND_LAGGING).hasSize(1);
    }

    @EnsureGsis
    static class SharedLags {
        @Test
        void doesNotSeeItsWrites(DynamoDbClient client, DynamoDbEndpoint endpoint) {
            SHARED_AND_LAGGING.add(endpoint);
            assertThat(putAndFind(client)).isZero();
        }
    }

    @EnsureGsis(indexLag = "PT1000M", isolation = Isolation.SHARED)
    static class SaysTheSame {
        @Test
        void isShared(DynamoDbEndpoint endpoint) {
            SHARED_AND_LAGGING.add(endpoint);
        }
    }

    @EnsureGsis(indexLag = "0s")
    static class SaysNone {
        @Test
        void seesItsWritesAtOnce(DynamoDbClient client) {
            assertThat(putAndFind(client)).isEqualTo(1);
        }
    }

    @Test
    void eachMethodHasAHandOnItsOwn() throws Exception {
        Fixtures.of(OfMethods.class, OneMethod.class)
                .inParallel(4)
                .assertThatRun()
                .succeeded(5);
    }

    @EnsureGsis(isolation = Isolation.METHOD)
    static class OfMethods {
        private static final CyclicBarrier TOGETHER = new CyclicBarrier(2);
        IndexLag indexLag;

        @BeforeEach
        void hold(IndexLag ofMethod) {
            assertThat(ofMethod).isSameAs(indexLag);
            indexLag.hold();
        }

        @Test
        void releases(DynamoDbClient client) throws Exception {
            put(client);
            indexLag.release();
            assertThat(found(client)).isEqualTo(1);
            TOGETHER.await(10, TimeUnit.SECONDS);
        }

        @Test
        void isHeldBesideOneThatIsReleased(DynamoDbClient client) throws Exception {
            put(client);
            TOGETHER.await(10, TimeUnit.SECONDS);
            assertThat(found(client)).isZero();
        }
    }

    @EnsureGsis
    static class OneMethod {
        @Test
        @EnsureGsis
        void hasADatabaseOfItsOwnAndTheHandOnIt(DynamoDbClient client, IndexLag indexLag) {
            indexLag.hold();
            assertThat(putAndFind(client)).isZero();
        }

        @RepeatedTest(2)
        void theOthersShareTheRuns(DynamoDbClient client) {
            assertThat(putAndFind(client)).isEqualTo(1);
        }
    }

    @Test
    void nestedClassesAreInTheDatabaseOfTheOuterOne() {
        assertThatRunOf(Outer.class).succeeded(4);
    }

    @EnsureGsis(isolation = Isolation.CLASS)
    static class Outer {
        private static final Set<DynamoDbEndpoint> SEEN = ConcurrentHashMap.newKeySet();

        @Test
        void sees(DynamoDbEndpoint endpoint) {
            SEEN.add(endpoint);
        }

        @Nested
        class Takes {
            @Test
            void hasTheHandOnTheOutersIndexes(DynamoDbClient client, DynamoDbEndpoint endpoint, IndexLag indexLag) {
                SEEN.add(endpoint);
                assertThat(SEEN).hasSizeLessThanOrEqualTo(1);
                indexLag.hold();
                put(client);
                indexLag.release();
                assertThat(found(client)).isEqualTo(1);
            }
        }

        @Nested
        @EnsureGsis(gsis = @Gsi(table = "bookings", name = "agent-index", partitionKey = "agentId"))
        class Adds {
            @Test
            void toTheOuters(DynamoDbEndpoint endpoint) {
                SEEN.add(endpoint);
                assertThat(SEEN).hasSizeLessThanOrEqualTo(1);
            }
        }

        @Nested
        @EnsureGsis(indexLag = "1000m")
        class SaysOtherwise {
            @Test
            void hasItsOwn(DynamoDbClient client, DynamoDbEndpoint endpoint) {
                assertThat(SEEN).doesNotContain(endpoint);
                assertThat(putAndFind(client)).isZero();
            }
        }
    }

    @Test
    void lagsForAClientThatKnowsNothingOfTests() {
        Fixtures.of(Published.class, PublishedToo.class)
                .inParallel(2)
                .assertThatRun()
                .succeeded(2);
    }

    @EnsureGsis(publishEndpoint = true)
    static class Published {
        @Test
        void byTheEndpointThatIsPublished(IndexLag indexLag) {
            indexLag.hold();
            try (var client = DynamoDbClient.create()) {
                assertThat(putAndFind(client)).isZero();
            }
        }
    }

    static class PublishedToo extends Published {}

    @Test
    void sharedByNameIsRefusedWithTheReason() {
        assertThatRunOf(SharedByName.class)
                .failedOnceInItsContainer()
                .hasMessageContainingAll("isolation SHARED", "indexLag", "gsi.indexLag", "CLASS");
        assertThatRunOf(SharedByNameAndTakes.class)
                .failedOnceInItsContainer()
                .hasMessageContainingAll("isolation SHARED", "IndexLag", "stop the indexes of all others");
    }

    @EnsureGsis(isolation = Isolation.SHARED, indexLag = "200ms")
    static class SharedByName {
        @Test
        void isNotRun() {}
    }

    @EnsureGsis(isolation = Isolation.SHARED)
    static class SharedByNameAndTakes {
        @Test
        void isNotRun(IndexLag indexLag) {
            indexLag.hold();
        }
    }

    @Test
    void anExternalServerIsRefusedByName() {
        try (var server = EmbeddedServer.start()) {
            var endpoint = server.uri().toString();
            Fixtures.of(Lags.class)
                    .with("gsi.endpoint", endpoint)
                    .assertThatRun()
                    .failedOnceInItsContainer()
                    .hasMessageContainingAll("EXTERNAL", "leave out indexLag");
            Fixtures.of(Holds.class)
                    .with("gsi.endpoint", endpoint)
                    .assertThatRun()
                    .failedOnceInItsContainer()
                    .hasMessageContainingAll("EXTERNAL", "leave out an IndexLag");
            Fixtures.of(Plain.class)
                    .with("gsi.endpoint", endpoint)
                    .with("gsi.indexLag", "200ms")
                    .assertThatRun()
                    .failedOnceInItsContainer()
                    .hasMessageContainingAll("EXTERNAL", "leave out gsi.indexLag");
        }
    }

    @Test
    void aTextThatIsNoTimeIsRefused() {
        assertThatRunOf(NoTime.class)
                .failedOnceInItsContainer()
                .hasMessageContainingAll("indexLag is \"a moment\"", "200ms");
    }

    @EnsureGsis(indexLag = "a moment")
    static class NoTime {
        @Test
        void isNotRun() {}
    }
}
