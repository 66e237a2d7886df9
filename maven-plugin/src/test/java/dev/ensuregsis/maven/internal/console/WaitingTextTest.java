package dev.ensuregsis.maven.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.estimate.BuildProgress;
import dev.ensuregsis.engine.estimate.DurationRange;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.spi.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WaitingTextTest {
    private static final Duration RUN = Duration.ofMinutes(12);
    private static final Instant NOW = Instant.parse("2026-02-01T10:30:00Z");

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

    @Test
    void eightyColumnsHoldTheBoardWhateverTheNames() {
        var waits = new Waits(
                Duration.ofMinutes(72),
                1300,
                12,
                88,
                List.of(
                        measured(wait("bookings", "passenger-flight-index", Phase.BACKFILLING, 650, 1_234_567, 0, 2)),
                        wait("a".repeat(255), "b".repeat(255), Phase.ALLOCATING, 62, 1, 0, 0),
                        new Waiting(
                                "agents",
                                "by-name",
                                Phase.ACCOUNT_BUSY,
                                Duration.ofHours(3),
                                5,
                                0,
                                1,
                                0,
                                new Failure(
                                        FailureKind.PASSING,
                                        "LimitExceededException",
                                        "Subscriber limit exceeded: Only 50 tables with online indexes can be created"
                                                + " simultaneously",
                                        "too many at once",
                                        true,
                                        NextStep.of(NextStep.Kind.TRY_LATER)))));

        assertThat(text(waits, new Audience(true, 1400, TerminalWidth.of(Map.of()))))
                .allSatisfy(line -> assertThat("[INFO] " + line).hasSizeLessThanOrEqualTo(80))
                .containsExactly(
                        "Waiting, 1 h 12 min so far: 1300 of 1,400 GSIs active, 2 building,",
                        "  1 refused for now, 85 queued, 12 failed",
                        "  bookings.passenger-flight-index          backfilling  10 min 50 s",
                        "      37 % 4 min ago, about 21 min left;",
                        "      1,234,567 items in the table when last counted; 2 GSIs after it",
                        "  aaaaaaaaaaaaaaaaaa...bbbbbbbbbbbbbbbbbb  resource allocation  1 min 2 s",
                        "      1 item in the table when last counted",
                        "  agents.by-name                           waiting for other tables  3 h",
                        "      LimitExceededException: Subscriber limit exceeded: Only 50 tables",
                        "      with online indexes can be created simultaneously;",
                        "      1 GSI after it");
    }

    @Test
    void aLogSaysHowFarTheLongestHasCome() {
        var waits = new Waits(
                RUN, 3, 0, 1, List.of(measured(wait("bookings", "by-agent", Phase.BACKFILLING, 650, 5, 0, 0))));

        assertThat(text(waits, WaitingDetail.SUMMARY))
                .containsExactly("Waiting, 12 min so far: 3 of 4 GSIs active, 1 building;"
                        + " longest: bookings.by-agent (backfilling, 10 min 50 s; 37 % 4 min ago, about 21 min left)");
    }

    @ParameterizedTest
    @MethodSource
    void progressHasAnAgeOrIsAnEstimate(BuildProgress progress, String words) {
        assertThat(ProgressText.of(progress, NOW)).isEqualTo(words);
    }

    static Stream<Arguments> progressHasAnAgeOrIsAnEstimate() {
        return Stream.of(
                Arguments.of(progress(99.96, 90, left(3, 3)), "99 % 1 min ago, about 3 min left"),
                Arguments.of(progress(0.25, 10, left(60, 60)), "0.2 % just now, about 1 h left"),
                Arguments.of(progress(100, 7200, left(0, 0)), "100 % 2 h ago, any moment now"),
                Arguments.of(progress(0, 240, left(2, 22)), "0.0 % 4 min ago, 2 min to 22 min left by estimate"),
                Arguments.of(progress(0, 240, null), "0.0 % 4 min ago, longer than expected"),
                Arguments.of(new BuildProgress(null, null, left(5, 25)), "5 min to 25 min left by estimate"),
                Arguments.of(new BuildProgress(null, null, left(0, 4)), "up to 4 min left by estimate"),
                Arguments.of(new BuildProgress(null, null, null), "longer than expected"));
    }

    private static BuildProgress progress(double percent, int secondsAgo, @Nullable DurationRange left) {
        return new BuildProgress(percent, NOW.minusSeconds(secondsAgo), left);
    }

    private static DurationRange left(int least, int most) {
        return new DurationRange(Duration.ofMinutes(least), Duration.ofMinutes(most));
    }

    private static Waiting measured(Waiting wait) {
        return wait.with(progress(37, 240, left(21, 21)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none, 73", "120, 113", "10, 33", "wide, 73"})
    void aTerminalIsAsWideAsItSays(@Nullable String columns, int width) {
        assertThat(TerminalWidth.of(columns == null ? Map.of() : Map.of("COLUMNS", columns)))
                .isEqualTo(width);
    }

    private static List<String> text(Waits waits, WaitingDetail detail) {
        return text(waits, new Audience(detail == WaitingDetail.TABLES, 14, 200));
    }

    private static List<String> text(Waits waits, Audience audience) {
        return new WaitingText(IndexLabels.ALONE, audience, NOW)
                .lines(waits).stream().map(Line::text).toList();
    }

    private static Waiting wait(
            String table, @Nullable String index, Phase phase, int seconds, long items, long inIndex, int behind) {
        return new Waiting(table, index, phase, Duration.ofSeconds(seconds), items, inIndex, behind, 0);
    }
}
