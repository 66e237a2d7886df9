package dev.ensuregsis.maven.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import dev.ensuregsis.engine.event.Phase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitingTextTest {
    private static final Duration RUN = Duration.ofMinutes(12);

    @Test
    void aLogGetsOneLineWithTheCountsAndTheLongestWait() {
        var waits = new Waits(
                RUN,
                3,
                1,
                10,
                List.of(
                        wait("agents", null, Phase.ACCOUNT_BUSY, 700, 0, 0, 1),
                        wait("flights", "status-index", Phase.ALLOCATING, 62, 0, 0, 1),
                        wait("bookings", "passenger-flight-index", Phase.BACKFILLING, 650, 1_234_567, 0, 2)));

        assertThat(text(waits, WaitingDetail.SUMMARY))
                .containsExactly("Waiting, 12 min so far: 3 of 14 GSIs active, 2 building, 8 queued, 1 failed;"
                        + " longest: bookings.passenger-flight-index (backfilling, 10 min 50 s)");
    }

    @Test
    void aTerminalGetsEachTableToo() {
        var waits = new Waits(
                RUN,
                3,
                0,
                11,
                List.of(
                        wait("agents", null, Phase.ACCOUNT_BUSY, 700, 5, 0, 1),
                        wait("seats", null, Phase.TABLE_BUSY, 60, 5, 0, 1),
                        wait("new", null, Phase.CREATING_TABLE, 4, 0, 0, 3),
                        wait("flights", "status-index", Phase.ALLOCATING, 62, 1, 0, 0),
                        wait("bookings", "passenger-flight-index", Phase.BACKFILLING, 650, 1_234_567, 410_000, 2)));

        assertThat(text(waits, WaitingDetail.TABLES))
                .containsExactly(
                        "Waiting, 12 min so far: 3 of 14 GSIs active, 5 building, 6 queued",
                        "  bookings.passenger-flight-index  backfilling               10 min 50 s"
                                + "  410,000 of 1,234,567 items in the table when last counted; 2 GSIs after it",
                        "  flights.status-index             resource allocation       1 min 2 s"
                                + "    1 item in the table when last counted",
                        "  new                              creating the table        4 s          3 GSIs",
                        "  agents                           waiting for other tables  11 min 40 s  1 GSI",
                        "  seats                            waiting for the table     1 min        1 GSI");
    }

    @Test
    void oneIndexAloneIsOneRow() {
        var waits = new Waits(
                Duration.ofSeconds(15), 0, 0, 1, List.of(wait("bookings", "by-agent", Phase.ALLOCATING, 14, 0, 0, 0)));

        assertThat(text(waits, WaitingDetail.TABLES))
                .containsExactly(
                        "Waiting, 15 s so far: 0 of 1 GSI active, 1 building",
                        "  bookings.by-agent  resource allocation  14 s  0 items in the table when last counted");
    }

    @Test
    void manyTablesAreCounted() {
        var tables = IntStream.range(0, 12)
                .mapToObj(i -> wait("table-" + i, "by-agent", Phase.BACKFILLING, 100 - i, 0, 0, 0))
                .toList();

        assertThat(text(new Waits(RUN, 0, 0, 12, tables), WaitingDetail.TABLES))
                .hasSize(12)
                .last()
                .isEqualTo("  and 2 more tables");
    }

    private static List<String> text(Waits waits, WaitingDetail detail) {
        return WaitingText.lines(waits, detail).stream().map(Line::text).toList();
    }

    private static Waiting wait(
            String table, @Nullable String index, Phase phase, int seconds, long items, long inIndex, int behind) {
        return new Waiting(table, index, phase, Duration.ofSeconds(seconds), items, inIndex, behind, 0);
    }
}
