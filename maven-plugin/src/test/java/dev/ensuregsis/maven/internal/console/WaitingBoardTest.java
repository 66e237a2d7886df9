package dev.ensuregsis.maven.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiEvent.AttemptFailed;
import dev.ensuregsis.engine.event.GsiEvent.CreatingIndex;
import dev.ensuregsis.engine.event.GsiEvent.IndexCreated;
import dev.ensuregsis.engine.event.GsiEvent.IndexFailed;
import dev.ensuregsis.engine.event.GsiEvent.IndexSkipped;
import dev.ensuregsis.engine.event.GsiEvent.RunStarted;
import dev.ensuregsis.engine.event.GsiEvent.TableEnsured;
import dev.ensuregsis.engine.event.GsiEvent.TableFailed;
import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingBoardTest {
    private static final Instant START = Instant.parse("2026-02-01T10:30:00Z");
    private static final Failure FAILURE = new Failure(
            FailureKind.QUOTA,
            "LimitExceededException",
            "too many",
            "full",
            false,
            NextStep.of(NextStep.Kind.TRY_LATER));

    private final WaitingBoard board =
            new WaitingBoard(Duration.ofSeconds(15), new Audience(true, 5, 120), IndexLabels.ALONE);

    @BeforeEach
    void start() {
        at(0, new RunStarted(Target.UNKNOWN, 2, 0, Map.of()));
    }

    @Test
    void speaksAtItsPaceHoweverOftenItIsTold() {
        assertThat(at(1, waiting("bookings", 0))).isEmpty();
        assertThat(at(14, waiting("bookings", 13))).isEmpty();
        assertThat(at(16, waiting("bookings", 15))).isNotEmpty();
        assertThat(at(30, waiting("bookings", 29))).isEmpty();
        assertThat(at(31, waiting("bookings", 30))).isNotEmpty();
    }

    /** Set back it would be silent for an hour, set forward it would speak at once and count an hour that wasn't. */
    @ParameterizedTest
    @ValueSource(ints = {-3600, 3600})
    void aClockThatIsSetChangesNeitherPaceNorWaits(int jump) {
        at(1, waiting("bookings", 0));

        assertThat(at(moment(14, 14 + jump), waiting("flights", 2))).isEmpty();
        assertThat(at(moment(20, 20 + jump), waiting("flights", 8)))
                .containsExactly(
                        "Waiting, 20 s so far: 0 of 2 GSIs active, 2 building",
                        "  bookings.by-agent  backfilling  19 s  0 items in the table when last counted",
                        "  flights.by-agent   backfilling  8 s   0 items in the table when last counted");
        assertThat(at(31, waiting("flights", 19))).isEmpty();
        assertThat(at(36, waiting("flights", 24))).first().asString().startsWith("Waiting, 36 s so far");
    }

    @Test
    void countsOnTheWaitsThatWereNotToldJustNow() {
        at(1, waiting("bookings", 0));

        assertThat(at(20, waiting("flights", 4)))
                .containsExactly(
                        "Waiting, 20 s so far: 0 of 2 GSIs active, 2 building",
                        "  bookings.by-agent  backfilling  19 s  0 items in the table when last counted",
                        "  flights.by-agent   backfilling  4 s   0 items in the table when last counted");
    }

    @Test
    void countsWhatIsDone() {
        at(0, new IndexSkipped(new IndexId("a", "a"), true));
        at(1, new IndexCreated(new IndexId("b", "b"), Duration.ZERO));
        at(1, new IndexFailed(new IndexId("c", "c"), 1, FAILURE));

        assertThat(at(60, waiting("flights", 15)))
                .first()
                .isEqualTo("Waiting, 1 min so far: 2 of 5 GSIs active, 1 building, 1 queued, 1 failed");
    }

    @ParameterizedTest
    @MethodSource
    void forgetsTheWaitThatIsOver(GsiEvent end) {
        at(1, waiting("bookings", 0));
        at(2, end);

        assertThat(at(20, waiting("flights", 4))).noneMatch(line -> line.contains("bookings"));
    }

    static List<GsiEvent> forgetsTheWaitThatIsOver() {
        var index = new IndexId("bookings", "by-agent");
        return List.of(
                new IndexCreated(index, Duration.ZERO),
                new IndexFailed(index, 1, FAILURE),
                new AttemptFailed(index, 1, FAILURE, Duration.ZERO),
                new CreatingIndex(index, 2),
                new TableFailed("bookings", FAILURE));
    }

    @Test
    void aTableWithoutIndexesIsAWaitThatEndsToo() {
        at(1, new Waiting("alone", null, Phase.CREATING_TABLE, Duration.ZERO, 0, 0, 0, 0));
        at(2, new TableEnsured("alone", true));

        assertThat(at(20, waiting("flights", 4))).noneMatch(line -> line.contains("alone"));
    }

    @Test
    void whatIsRefusedForNowIsNotBuilding() {
        assertThat(at(20, refused("bookings", 19)))
                .containsExactly(
                        "Waiting, 20 s so far: 0 of 2 GSIs active, 1 refused for now, 1 queued",
                        "  bookings.by-agent  waiting for the table  19 s  LimitExceededException: too many");
    }

    @Test
    void aLogSaysWhatDynamoDbRefusesBesideWhatBuildsLongest() {
        var log = new WaitingBoard(Duration.ofSeconds(15), new Audience(false, 2), IndexLabels.ALONE);
        log.lines(new RunStarted(Target.UNKNOWN, 2, 0, Map.of()), moment(0, 0));
        log.lines(refused("bookings", 4), moment(5, 5));

        assertThat(log.lines(waiting("flights", 19), moment(20, 20)))
                .containsExactly(
                        Line.info(
                                "Waiting, 20 s so far: 0 of 2 GSIs active, 1 building, 1 refused for now;"
                                        + " longest: flights.by-agent (backfilling, 19 s);"
                                        + " refused: bookings.by-agent (waiting for the table, 19 s; LimitExceededException: too many)"));
    }

    private static Waiting refused(String table, int seconds) {
        return new Waiting(table, "by-agent", Phase.TABLE_BUSY, Duration.ofSeconds(seconds), 0, 0, 0, 2, FAILURE);
    }

    private static Waiting waiting(String table, int seconds) {
        return new Waiting(table, "by-agent", Phase.BACKFILLING, Duration.ofSeconds(seconds), 0, 0, 0, 2);
    }

    private List<String> at(int second, GsiEvent event) {
        return at(moment(second, second), event);
    }

    private List<String> at(Moment moment, GsiEvent event) {
        return board.lines(event, moment).stream().map(Line::text).toList();
    }

    private static Moment moment(int elapsedSeconds, int wallSeconds) {
        return new Moment(START.plusSeconds(wallSeconds), Duration.ofSeconds(elapsedSeconds));
    }
}
