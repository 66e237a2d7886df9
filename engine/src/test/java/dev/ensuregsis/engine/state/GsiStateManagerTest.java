package dev.ensuregsis.engine.state;

import static dev.ensuregsis.engine.state.GsiStatus.ACTIVE;
import static dev.ensuregsis.engine.state.GsiStatus.FAILED;
import static dev.ensuregsis.engine.state.GsiStatus.IN_PROGRESS;
import static dev.ensuregsis.engine.state.GsiStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GsiStateManagerTest {
    @TempDir
    Path directory;

    private GsiStateManager manager() {
        return new GsiStateManager("flights", directory);
    }

    @Test
    void lifeOfAnIndexOverTwoRuns() {
        try (var first = manager()) {
            first.initializeGsis(Fixtures.table("bookings", "one", "two"));
            first.updateGsiStatus("bookings", "one", IN_PROGRESS);
            first.updateGsiStatus("bookings", "one", IN_PROGRESS, 1, "LimitExceededException: later");
            first.updateGsiStatus("bookings", "one", ACTIVE);
            first.updateGsiStatus("bookings", "two", FAILED, 5, "ValidationException: never");
        }
        try (var second = manager()) {
            assertThat(second.loaded()).get().isInstanceOf(LoadedState.Resumed.class);
            second.initializeGsis(Fixtures.table("bookings", "one", "two", "three"));
            assertThat(second.shouldSkipGsi("bookings", "one")).isTrue();
            assertThat(second.getGsiStatus("bookings", "one")).get().satisfies(entry -> {
                assertThat(entry.retryCount()).isEqualTo(1);
                assertThat(entry.lastError()).isNull();
                assertThat(entry.creationTime()).isNotNull();
            });
            assertThat(second.getFailedGsis())
                    .singleElement()
                    .extracting(GsiEntry::lastError)
                    .isEqualTo("ValidationException: never");
            assertThat(second.getResumePoint())
                    .get()
                    .extracting(entry -> entry.id().indexName())
                    .isEqualTo("three");
            assertThat(second.getPendingGsis()).extracting(GsiEntry::status).containsExactly(PENDING);
            assertThat(second.isComplete()).isFalse();
        }
    }
}
