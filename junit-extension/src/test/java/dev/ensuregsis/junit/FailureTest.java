package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.EmbeddedServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@DisplayName("A class whose indexes can't be ensured")
class FailureTest {

    private static final String[] WHICH_INDEX_WHY_AND_THE_NEXT_STEP = {
        "bookings.passenger-flight-index: IndexDiffers",
        "passengerId:S",
        "agentId:S",
        "An index can't be changed, only deleted and made anew",
        "Correct the definition, give the index a new name, or delete the live one yourself"
    };

    @ParameterizedTest
    @ValueSource(
            classes = {Plain.class, WithConstructor.class, PerClass.class, PerClassWithConstructor.class, Outer.class})
    void failsOnceInItsContainerWithWhichIndexWhyAndTheNextStep(Class<?> fixture) {
        try (var server = withAnIndexOfAnotherShape()) {
            Fixtures.of(fixture)
                    .with("gsi.endpoint", server.uri().toString())
                    .assertThatRun()
                    .failedOnceInItsContainer()
                    .isInstanceOf(EnsureGsisException.class)
                    .hasMessageStartingWith(
                            "@EnsureGsis for %s: not everything could be ensured at %s",
                            fixture.getName(), server.uri())
                    .hasMessageContainingAll(WHICH_INDEX_WHY_AND_THE_NEXT_STEP)
                    .hasNoCause()
                    .satisfies(failure -> assertThat(failure.getStackTrace())
                            .as("what tells nothing more")
                            .isEmpty());
        }
    }

    @EnsureGsis
    static class Plain {
        @RepeatedTest(2)
        void neverRuns(DynamoDbClient client) {}
    }

    @EnsureGsis
    static class WithConstructor {
        WithConstructor(DynamoDbClient client) {}

        @RepeatedTest(2)
        void neverRuns() {}
    }

    @EnsureGsis
    @TestInstance(Lifecycle.PER_CLASS)
    @SuppressWarnings("NullAway.Init") // the extension fills the field
    static class PerClass {
        DynamoDbClient client;

        @RepeatedTest(2)
        void neverRuns() {}
    }

    @EnsureGsis
    static class Outer {
        @Test
        void neverRuns() {}

        @Nested
        class Inner {
            @Test
            void neverRuns() {}
        }
    }

    @EnsureGsis
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClassWithConstructor {
        PerClassWithConstructor(DynamoDbClient client) {}

        @RepeatedTest(2)
        void neverRuns() {}
    }

    /** With isolation METHOD too, though each method has a database of its own to fail in. */
    @Test
    void failsOnceAndNotInEachOfItsMethods() {
        assertThatRunOf(MoreIndexesThanATableMayHave.class)
                .failedOnceInItsContainer()
                .isInstanceOf(EnsureGsisException.class)
                .message()
                .contains("flights.index-0, flights.index-1, ")
                .containsOnlyOnce("flights.index-20: ValidationException")
                .containsOnlyOnce("Correct the definition");
    }

    static class MoreIndexesThanATableMayHave {
        @RegisterExtension
        static final EnsureGsisExtension GSIS = withIndexes(21).build();

        private static EnsureGsisExtensionBuilder withIndexes(int count) {
            var builder =
                    EnsureGsisExtension.builder().isolation(Isolation.METHOD).table("flights", "flightId");
            for (int i = 0; i < count; i++) {
                builder.gsi("flights", "index-" + i, "attribute" + i);
            }
            return builder;
        }

        @RepeatedTest(2)
        void neverRuns() {}
    }

    private static EmbeddedServer withAnIndexOfAnotherShape() {
        var server = EmbeddedServer.start();
        createAnIndexOfAnotherShape(server);
        return server;
    }

    static void createAnIndexOfAnotherShape(EmbeddedServer server) {
        Fixtures.of(OtherShape.class)
                .with("gsi.endpoint", server.uri().toString())
                .assertThatRun()
                .succeeded(1);
    }

    @EnsureGsis(
            tables = @Table(name = "bookings", partitionKey = "bookingId"),
            gsis = @Gsi(table = "bookings", name = "passenger-flight-index", partitionKey = "agentId"))
    static class OtherShape {
        @Test
        void isLeftOnTheServer() {}
    }
}
