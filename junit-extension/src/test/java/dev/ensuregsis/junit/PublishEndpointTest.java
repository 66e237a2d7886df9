package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.DynamoDbEndpoint;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@DisplayName("The endpoint is published for code that knows nothing of tests")
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PublishEndpointTest {

    private static Map<Object, Object> awsProperties() {
        return System.getProperties().entrySet().stream()
                .filter(entry -> entry.getKey().toString().matches("(aws|spring\\.cloud|quarkus)\\..*"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Production code. */
    private static DynamoDbClient clientOfTheSdksOwnMaking() {
        return DynamoDbClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static void assertPublished(DynamoDbEndpoint endpoint) {
        assertThat(System.getProperty("aws.endpointUrlDynamoDb"))
                .isEqualTo(endpoint.uri().toString());
        assertThat(System.getProperty("aws.accessKeyId")).isEqualTo(endpoint.accessKeyId());
    }

    @Test
    void isSetAndPutBack() {
        System.setProperty("aws.region", "eu-central-1");
        System.setProperty("aws.sessionToken", "a real looking one");
        try {
            var before = awsProperties();
            assertThatRunOf(Shared.class).succeeded(1);
            assertThat(awsProperties()).isEqualTo(before);
        } finally {
            System.clearProperty("aws.region");
            System.clearProperty("aws.sessionToken");
        }
    }

    @EnsureGsis(publishEndpoint = true)
    static class Shared {
        @Test
        void isFoundByItself(DynamoDbEndpoint endpoint) {
            assertPublished(endpoint);
            assertThat(System.getProperties()).doesNotContainKey("aws.sessionToken");
            var uri = endpoint.uri().toString();
            assertThat(System.getProperties())
                    .containsEntry("aws.region", endpoint.region().id())
                    .containsEntry("spring.cloud.aws.dynamodb.endpoint", uri)
                    .containsEntry("quarkus.dynamodb.endpoint-override", uri)
                    .containsEntry("aws.services.dynamodb.endpoint-override", uri);
            try (var client = clientOfTheSdksOwnMaking()) {
                assertThat(client.listTables().tableNames()).containsExactly("bookings");
            }
        }
    }

    @Test
    void isThePrivateOneOfAClassAndOfAMethod() {
        var before = awsProperties();
        assertThatRunOf(OfClass.class, OfMethod.class).succeeded(7);
        assertThat(awsProperties()).isEqualTo(before);
    }

    @EnsureGsis(isolation = Isolation.CLASS, publishEndpoint = true)
    static class OfClass {
        @Test
        void isTheClasss(DynamoDbEndpoint endpoint) {
            assertPublished(endpoint);
        }

        @Test
        @EnsureGsis(tables = @Table(name = "flights", partitionKey = "id"))
        void liesOverTheClasss(DynamoDbEndpoint endpoint) {
            assertPublished(endpoint);
        }

        @Nested
        class Inner {
            @Test
            void isTheOuters(DynamoDbEndpoint endpoint) {
                assertPublished(endpoint);
            }

            @Test
            @EnsureGsis(tables = @Table(name = "flights", partitionKey = "id"))
            void liesOverTheOuters(DynamoDbEndpoint endpoint) {
                assertPublished(endpoint);
            }
        }

        @Nested
        @EnsureGsis(isolation = Isolation.CLASS)
        class OnItsOwn {
            @Test
            void isItsOwn(DynamoDbEndpoint endpoint) {
                assertPublished(endpoint);
            }
        }
    }

    @EnsureGsis(isolation = Isolation.METHOD, publishEndpoint = true)
    static class OfMethod {
        @BeforeEach
        void isSetBeforeTheTest(DynamoDbEndpoint endpoint) {
            assertPublished(endpoint);
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    /** A field of the test may be the production code, which looks for the endpoint when it is made. */
    @Test
    void isThereBeforeTheInstanceIsMade() {
        assertThatRunOf(MadeForEachMethod.class, MadeForTheClass.class).succeeded(5);
    }

    static class ProductionCode {
        private final @Nullable String accessKeyId = System.getProperty("aws.accessKeyId");

        void assertFound(DynamoDbEndpoint endpoint) {
            assertThat(accessKeyId).isEqualTo(endpoint.accessKeyId());
        }
    }

    @EnsureGsis(isolation = Isolation.METHOD, publishEndpoint = true)
    static class MadeForEachMethod {
        private final ProductionCode production = new ProductionCode();

        @RepeatedTest(2)
        void findsTheMethods(DynamoDbEndpoint endpoint) {
            production.assertFound(endpoint);
        }
    }

    @EnsureGsis(isolation = Isolation.CLASS, publishEndpoint = true)
    @TestInstance(Lifecycle.PER_CLASS)
    static class MadeForTheClass {
        private final ProductionCode production = new ProductionCode();

        @Test
        void findsTheClasss(DynamoDbEndpoint endpoint) {
            production.assertFound(endpoint);
        }

        @Nested
        @EnsureGsis(isolation = Isolation.METHOD, publishEndpoint = true)
        class Inner {
            private final ProductionCode ofMethod = new ProductionCode();

            @RepeatedTest(2)
            void findsTheMethods(DynamoDbEndpoint endpoint) {
                ofMethod.assertFound(endpoint);
            }
        }
    }

    @Test
    void classesThatShareStayParallel() {
        Fixtures.of(Meeting.class, MeetingToo.class)
                .inParallel(2)
                .assertThatRun()
                .succeeded(2);
    }

    static final CountDownLatch BOTH_RUN = new CountDownLatch(2);

    @EnsureGsis(publishEndpoint = true)
    static class Meeting {
        @Test
        void meetsTheOther(DynamoDbEndpoint endpoint) throws InterruptedException {
            BOTH_RUN.countDown();
            assertThat(BOTH_RUN.await(60, TimeUnit.SECONDS)).isTrue();
            assertPublished(endpoint);
        }
    }

    static class MeetingToo extends Meeting {}

    @Test
    void classesOfTheirOwnAreKeptApart() {
        Fixtures.of(Apart.class, ApartToo.class, ApartMethods.class, Shared.class)
                .inParallel(4)
                .assertThatRun()
                .succeeded(5);
    }

    @EnsureGsis(isolation = Isolation.CLASS, publishEndpoint = true)
    static class Apart {
        @Test
        void isItsOwn(DynamoDbEndpoint endpoint) {
            assertPublished(endpoint);
        }
    }

    static class ApartToo extends Apart {}

    @EnsureGsis(publishEndpoint = true)
    static class ApartMethods {
        @Test
        @EnsureGsis
        void one(DynamoDbEndpoint endpoint) {
            assertPublished(endpoint);
        }

        @Test
        @EnsureGsis
        void two(DynamoDbEndpoint endpoint) {
            assertPublished(endpoint);
        }
    }
}
