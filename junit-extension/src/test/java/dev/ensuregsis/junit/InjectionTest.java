package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.DynamoDbEndpoint;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@SuppressWarnings("NullAway.Init") // the extension fills the fields
@DisplayName("Clients come where JUnit people expect them")
class InjectionTest {

    @Test
    void everyTypeIsInjected() {
        assertThatRunOf(EveryType.class).succeeded(1);
    }

    @EnsureGsis
    static class EveryType {
        @Test
        void works(
                DynamoDbClient client,
                DynamoDbAsyncClient async,
                DynamoDbEnhancedClient enhanced,
                DynamoDbEnhancedAsyncClient enhancedAsync,
                DynamoDbEndpoint endpoint) {
            assertThat(client.listTables().tableNames()).contains("bookings");
            assertThat(async.listTables().join().tableNames()).contains("bookings");
            assertThat(enhanced).isNotNull();
            assertThat(enhancedAsync).isNotNull();
            assertThat(endpoint.uri().getHost()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void everyPlaceIsFilled() {
        assertThatRunOf(EveryPlace.class).succeeded(1);
    }

    @EnsureGsis
    static class EveryPlace {
        static DynamoDbClient ofClass;

        @Nullable
        DynamoDbClient ofInstance;

        private final DynamoDbClient ofConstructor;

        EveryPlace(DynamoDbClient client) {
            ofConstructor = client;
        }

        @BeforeAll
        static void beforeAll(DynamoDbClient client) {
            assertThat(client).isSameAs(ofClass);
        }

        @BeforeEach
        void beforeEach(DynamoDbClient client) {
            assertThat(client).isSameAs(ofClass);
        }

        @Test
        void test(DynamoDbClient client) {
            assertThat(client).isSameAs(ofClass).isSameAs(ofInstance).isSameAs(ofConstructor);
            assertThat(client.listTables().tableNames()).contains("bookings");
        }

        @AfterEach
        void afterEach(DynamoDbClient client) {
            assertThat(client).isSameAs(ofClass);
        }

        @AfterAll
        static void afterAll(DynamoDbClient client) {
            assertThat(client.listTables().tableNames()).contains("bookings");
        }
    }

    @Test
    void anInstancePerClassGetsItBeforeBeforeAll() {
        assertThatRunOf(PerClass.class).succeeded(2);
    }

    @EnsureGsis
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClass {
        private final DynamoDbClient client;

        PerClass(DynamoDbClient client) {
            assertThat(client.listTables().tableNames()).contains("bookings");
            this.client = client;
        }

        @BeforeAll
        void beforeAll(DynamoDbClient same) {
            assertThat(same).isSameAs(client);
        }

        @RepeatedTest(2)
        void test(DynamoDbClient same) {
            assertThat(same).isSameAs(client);
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Theirs {}

    static class TheirExtension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.isAnnotated(Theirs.class);
        }

        @Override
        public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return null;
        }
    }

    @Test
    void whatIsAnnotatedFinalOrFilledIsLeftAlone() {
        assertThatRunOf(LeftAlone.class).succeeded(1);
    }

    @EnsureGsis
    @ExtendWith(TheirExtension.class)
    static class LeftAlone {
        @Theirs
        static DynamoDbClient annotatedOfClass;

        @Theirs
        DynamoDbClient annotated;

        final @Nullable DynamoDbClient isFinal = null;
        static final DynamoDbClient FILLED = DynamoDbClientStub.create();
        DynamoDbClient filled = FILLED;

        @Test
        void test(@Theirs DynamoDbClient parameter) {
            assertThat(annotatedOfClass).isNull();
            assertThat(annotated).isNull();
            assertThat(isFinal).isNull();
            assertThat(parameter).isNull();
            assertThat(filled).isSameAs(FILLED);
        }
    }

    @Test
    void aSubclassAndItsBaseAreBothFilled() {
        assertThatRunOf(Sub.class).succeeded(1);
    }

    @EnsureGsis
    abstract static class Base {
        DynamoDbClient ofBase;
    }

    static class Sub extends Base {
        private DynamoDbClient ofSub;

        @Test
        void test() {
            assertThat(ofBase).isNotNull().isSameAs(ofSub);
        }
    }
}
