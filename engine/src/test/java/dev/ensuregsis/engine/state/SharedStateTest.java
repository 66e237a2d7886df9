package dev.ensuregsis.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.internal.state.Fixtures;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One state of two scripts, such as two modules of a build, that define indexes of their own. */
class SharedStateTest {
    @TempDir
    Path directory;

    private GsiStateManager flights(String... indexes) {
        return manager("flights", "flights", indexes);
    }

    private GsiStateManager bookings(String... indexes) {
        return manager("bookings", "bookings", indexes);
    }

    private GsiStateManager manager(String scriptName, String table, String... indexes) {
        var manager = new GsiStateManager(scriptName, directory);
        manager.initializeGsis(Fixtures.table(table, indexes));
        return manager;
    }

    @BeforeEach
    void oneIsDone() {
        try (var flights = flights("status")) {
            flights.updateGsiStatus("flights", "status", GsiStatus.IN_PROGRESS);
            flights.updateGsiStatus("flights", "status", GsiStatus.ACTIVE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void isKeptForWhatAnotherHasNotDone(GsiStatus unfinished) {
        try (var bookings = bookings("agent", "date")) {
            bookings.updateGsiStatus("bookings", "agent", GsiStatus.IN_PROGRESS);
            bookings.updateGsiStatus("bookings", "agent", GsiStatus.ACTIVE);
            bookings.updateGsiStatus("bookings", "date", GsiStatus.IN_PROGRESS);
            bookings.updateGsiStatus("bookings", "date", unfinished);
        }
        try (var flights = flights("status")) {
            assertThat(flights.getUnfinishedOfOthers())
                    .extracting(GsiEntry::id, GsiEntry::status, GsiEntry::definedBy)
                    .containsExactly(tuple(new IndexId("bookings", "date"), unfinished, "bookings"));
            assertThat(flights.isComplete()).isFalse();
            assertThatThrownBy(flights::cleanup)
                    .isInstanceOf(StateException.Unfinished.class)
                    .hasMessageContaining("2 indexes: ")
                    .hasMessageContaining("1 active");
            assertThat(flights.cleanup(true)).isPresent();
        }
    }

    @Test
    void isPutAwayByWhoeverIsDoneLast() {
        try (var bookings = bookings("agent")) {
            bookings.updateGsiStatus("bookings", "agent", GsiStatus.IN_PROGRESS);
            bookings.updateGsiStatus("bookings", "agent", GsiStatus.ACTIVE);
            assertThat(bookings.cleanup()).isPresent();
        }
    }

    @Test
    void isNotKeptForWhatNobodyDefinesAnyMore() {
        try (var bookings = bookings("agent", "old")) {
            bookings.updateGsiStatus("bookings", "agent", GsiStatus.IN_PROGRESS);
            bookings.updateGsiStatus("bookings", "agent", GsiStatus.ACTIVE);
            bookings.updateGsiStatus("bookings", "old", GsiStatus.FAILED, 5, "never");
        }
        try (var bookings = bookings("agent")) {
            assertThat(bookings.getUnfinishedOfOthers()).isEmpty();
            assertThat(bookings.cleanup()).isPresent();
        }
    }

    @Test
    void isAnothersWhenItTakesAnIndexOver() {
        try (var bookings = bookings("agent")) {
            bookings.updateGsiStatus("bookings", "agent", GsiStatus.FAILED, 5, "never");
        }
        try (var flights = manager("flights", "bookings", "agent")) {
            flights.updateGsiStatus("bookings", "agent", GsiStatus.FAILED, 6, "never");
        }
        try (var bookings = bookings()) {
            assertThat(bookings.getUnfinishedOfOthers())
                    .extracting(GsiEntry::definedBy)
                    .containsExactly("flights");
        }
    }

    @Test
    void whatDoesNotSayWhoDefinedItIsItsMakers() throws IOException {
        Files.writeString(directory.resolve(".gsi_creation_state.json"), """
                {"version": "1.0", "created_at": "2026-02-01T10:30:00Z", "updated_at": "2026-02-01T10:30:00Z",
                 "script_name": "create_gsis.py", "gsis": {"bookings.agent": {"table_name": "bookings",
                 "index_name": "agent", "status": "failed", "creation_time": null, "retry_count": 5, "last_error": "never"}},
                 "summary": {"total": 1, "pending": 0, "in_progress": 0, "active": 0, "failed": 1}}
                """);

        try (var flights = manager("flights", "flights");
                var itself = manager("create_gsis.py", "flights")) {
            assertThat(flights.getUnfinishedOfOthers())
                    .extracting(GsiEntry::definedBy)
                    .containsExactly("create_gsis.py");
            assertThat(itself.getUnfinishedOfOthers()).isEmpty();
        }
    }
}
