package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.Strict;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

@DisplayName("Strictness: whose database refuses what")
class StrictTest {
    private static final Set<DynamoDbEndpoint> SHARED = ConcurrentHashMap.newKeySet();

    private static void refusesSize(DynamoDbClient client) {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> client.scan(scan -> scan.tableName("bookings").projectionExpression("size")))
                .withMessageContaining("reserved keyword: size");
    }

    private static void letsSizePass(DynamoDbClient client) {
        assertThatCode(() -> client.scan(scan -> scan.tableName("bookings").projectionExpression("size")))
                .doesNotThrowAnyException();
    }

    private static void refusesConvert(DynamoDbClient client) {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> client.scan(scan -> scan.tableName("bookings").projectionExpression("convert")))
                .withMessageContaining("reserved keyword: convert");
    }

    @Test
    void aClassThatAsksForAnotherHasADatabaseOfItsOwn() {
        assertThatRunOf(ByDefault.class, Off.class, All.class, Default.class).succeeded(6);
        assertThat(SHARED).hasSize(1);
    }

    @EnsureGsis
    static class ByDefault {
        @Test
        void refusesWhatIsSure(DynamoDbClient client, DynamoDbEndpoint endpoint) {
            SHARED.add(endpoint);
            refusesSize(client);
        }
    }

    @EnsureGsis(strict = Strict.OFF)
    static class Off {
        @Test
        void isDynamoDbLocalAsItIs(DynamoDbClient client, DynamoDbEndpoint endpoint) {
            assertThat(SHARED).doesNotContain(endpoint);
            letsSizePass(client);
        }
    }

    @EnsureGsis(strict = Strict.ALL)
    static class All {
        @Test
        void refusesAll(DynamoDbClient client) {
            refusesConvert(client);
        }

        @Nested
        class Within {
            @Test
            void refusesAllToo(DynamoDbClient client) {
                refusesConvert(client);
            }
        }

        @Nested
        @EnsureGsis(strict = Strict.DEFAULT)
        class Less {
            @Test
            void refusesWhatIsSure(DynamoDbClient client) {
                refusesSize(client);
                assertThatCode(() ->
                                client.scan(scan -> scan.tableName("bookings").projectionExpression("convert")))
                        .doesNotThrowAnyException();
            }
        }
    }

    @EnsureGsis(strict = Strict.DEFAULT)
    static class Default {
        @Test
        void refusesWhatIsSure(DynamoDbClient client) {
            refusesSize(client);
        }
    }

    @Test
    void theBuildsIsThatOfTheSharedDatabase() {
        Fixtures.of(OfTheBuild.class, Default.class)
                .with("gsi.strict", "off")
                .assertThatRun()
                .succeeded(2);
    }

    @EnsureGsis
    static class OfTheBuild {
        @Test
        void isOff(DynamoDbClient client) {
            letsSizePass(client);
        }
    }

    @Test
    void anExternalServerIsRefusedByName() {
        try (var server = EmbeddedServer.start()) {
            Fixtures.of(Off.class)
                    .with("gsi.endpoint", server.uri().toString())
                    .assertThatRun()
                    .failedOnceInItsContainer()
                    .hasMessageContainingAll("EXTERNAL", "leave out strict");
        }
    }

    @Test
    void oneIsEnough() {
        assertThatRunOf(Two.class).failedOnceInItsContainer().hasMessageContaining("strict is [ALL, OFF]");
    }

    @EnsureGsis(strict = {Strict.ALL, Strict.OFF})
    static class Two {
        @Test
        void isNotRun() {}
    }
}
