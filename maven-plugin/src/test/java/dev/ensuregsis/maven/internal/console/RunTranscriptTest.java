package dev.ensuregsis.maven.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiEvent.AttemptFailed;
import dev.ensuregsis.engine.event.GsiEvent.CreatingIndex;
import dev.ensuregsis.engine.event.GsiEvent.CreatingTable;
import dev.ensuregsis.engine.event.GsiEvent.IndexCreated;
import dev.ensuregsis.engine.event.GsiEvent.IndexFailed;
import dev.ensuregsis.engine.event.GsiEvent.IndexLeft;
import dev.ensuregsis.engine.event.GsiEvent.IndexSkipped;
import dev.ensuregsis.engine.event.GsiEvent.NotSeenYet;
import dev.ensuregsis.engine.event.GsiEvent.RunAborted;
import dev.ensuregsis.engine.event.GsiEvent.RunStarted;
import dev.ensuregsis.engine.event.GsiEvent.SlowedDown;
import dev.ensuregsis.engine.event.GsiEvent.StateArchived;
import dev.ensuregsis.engine.event.GsiEvent.StateLoaded;
import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import dev.ensuregsis.engine.event.GsiEvent.Warned;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.StateSummary;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunTranscriptTest {
    private static final Instant START = Instant.parse("2026-02-01T10:30:00Z");
    private static final Instant EARLIER = Instant.parse("2026-02-01T10:30:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final IndexId PASSENGER = new IndexId("bookings", "passenger-flight-index");
    private static final IndexId STATUS = new IndexId("flights", "flight-status-index");
    private static final Failure LIMIT = new Failure(
            FailureKind.PASSING,
            "LimitExceededException",
            "Subscriber limit exceeded",
            "too many at once",
            true,
            NextStep.of(NextStep.Kind.TRY_LATER));

    @ParameterizedTest
    @MethodSource
    void eachEventHasItsWords(GsiEvent event, List<Line> expected) {
        assertThat(transcript(Symbols.UNICODE).lines(event, START)).isEqualTo(expected);
    }

    static Stream<Arguments> eachEventHasItsWords() {
        return Stream.of(
                Arguments.of(
                        new RunStarted(
                                new Target("123456789012", "eu-central-1", null),
                                2,
                                0,
                                Map.of(PASSENGER, PlannedAction.CREATE, STATUS, PlannedAction.NOTHING)),
                        List.of(
                                Line.info("Target: account 123456789012, region eu-central-1"),
                                Line.info("Plan for 2 GSIs of 2 tables: 1 already active, 1 to create"),
                                Line.info(""))),
                Arguments.of(
                        new RunStarted(new Target(null, null, null), 1, 1, Map.of()),
                        List.of(
                                Line.info("Target: not known"),
                                Line.info("Plan for 0 GSIs of 1 table: 1 table to create"),
                                Line.info(""))),
                Arguments.of(
                        new StateLoaded("x.json", EARLIER, EARLIER, new StateSummary(6, 5, 0, 1, 0)),
                        info("Loaded state from x.json (created 2026-02-01T10:30:00Z, updated 2026-02-01T10:30:00Z,"
                                + " 6 indexes: 5 pending, 0 in progress, 1 active, 0 failed)")),
                Arguments.of(
                        new NotSeenYet("bookings", LIMIT),
                        List.of(Line.warning("Table bookings could not be looked at yet (LimitExceededException:"
                                + " Subscriber limit exceeded); it is tried again while the others go on"))),
                Arguments.of(new Warned("look out"), List.of(Line.warning("look out"))),
                Arguments.of(
                        new IndexSkipped(PASSENGER, true),
                        info("Skipping bookings.passenger-flight-index (already active)")),
                Arguments.of(
                        new IndexLeft(PASSENGER, "failed before"),
                        info("Leaving bookings.passenger-flight-index (failed before)")),
                Arguments.of(
                        new CreatingTable("bookings", List.of(PASSENGER)), info("Creating table: bookings with 1 GSI")),
                Arguments.of(new CreatingTable("bookings", List.of()), info("Creating table: bookings")),
                Arguments.of(new CreatingIndex(PASSENGER, 1), info("Creating GSI: bookings.passenger-flight-index")),
                Arguments.of(
                        new SlowedDown(SlowedDown.CallKind.CHANGES, Duration.ofSeconds(2)),
                        info("Slowed down: DynamoDB asks for fewer calls, so changes are sent 2 s apart for now")),
                Arguments.of(new RunAborted(LIMIT), List.of()),
                Arguments.of(new StateArchived("y.json"), List.of()));
    }

    @Test
    void aResultStandsBelowItsHeading() {
        var transcript = transcript(Symbols.UNICODE);

        assertThat(text(
                        transcript,
                        new CreatingIndex(PASSENGER, 1),
                        new IndexCreated(PASSENGER, Duration.ofSeconds(65)),
                        new CreatingIndex(STATUS, 1),
                        new IndexFailed(STATUS, 5, LIMIT)))
                .containsExactly(
                        "Creating GSI: bookings.passenger-flight-index",
                        "  ✓ GSI created successfully (1 min 5 s)",
                        "Creating GSI: flights.flight-status-index",
                        "  ✗ Failed after 5 attempts: LimitExceededException: Subscriber limit exceeded");
    }

    @Test
    void theHeadingIsRepeatedWhereAnotherCameBetween() {
        var transcript = transcript(Symbols.ASCII);

        assertThat(text(
                        transcript,
                        new CreatingIndex(PASSENGER, 1),
                        new CreatingIndex(STATUS, 1),
                        new IndexCreated(PASSENGER, Duration.ofMillis(1040)),
                        new IndexCreated(STATUS, Duration.ofMillis(40))))
                .containsExactly(
                        "Creating GSI: bookings.passenger-flight-index",
                        "Creating GSI: flights.flight-status-index",
                        "bookings.passenger-flight-index:",
                        "  + GSI created successfully (1 s)",
                        "flights.flight-status-index:",
                        "  + GSI created successfully (0.0 s)");
    }

    @Test
    void anIndexThatCameWithItsTableHasAHeadingOfItsOwn() {
        var transcript = transcript(Symbols.UNICODE);

        assertThat(text(
                        transcript,
                        new CreatingTable("bookings", List.of(PASSENGER)),
                        new IndexCreated(PASSENGER, Duration.ofMillis(120))))
                .containsExactly(
                        "Creating table: bookings with 1 GSI",
                        "Creating GSI: bookings.passenger-flight-index",
                        "  ✓ GSI created successfully (0.1 s)");
    }

    @Test
    void anAttemptThatIsRepeatedSaysWhenTheNextOneComes() {
        var transcript = transcript(Symbols.UNICODE);

        assertThat(text(
                        transcript,
                        new CreatingIndex(PASSENGER, 1),
                        new AttemptFailed(PASSENGER, 1, LIMIT, Duration.ofSeconds(3)),
                        new CreatingIndex(PASSENGER, 2),
                        new IndexCreated(PASSENGER, Duration.ofHours(26))))
                .containsExactly(
                        "Creating GSI: bookings.passenger-flight-index",
                        "  Attempt 1 failed: LimitExceededException: Subscriber limit exceeded; next attempt in 3 s",
                        "  ✓ GSI created successfully (26 h)");
    }

    @Test
    void aTextOfSeveralLinesIsSeveralLines() {
        var differs = new Failure(
                FailureKind.DIFFERS,
                "IndexDiffers",
                String.format("differs:%n  HASH  a  b"),
                "meaning",
                false,
                NextStep.of(NextStep.Kind.REPLACE_OR_RENAME_INDEX));

        assertThat(text(transcript(Symbols.UNICODE), new IndexFailed(PASSENGER, 0, differs)))
                .containsExactly(
                        "bookings.passenger-flight-index:", "  ✗ Failed: IndexDiffers: differs:", "  HASH  a  b");
    }

    @Test
    void whatFailsWithoutAnAttemptCountsNone() {
        assertThat(text(transcript(Symbols.UNICODE), new IndexFailed(PASSENGER, 0, LIMIT)))
                .containsExactly(
                        "bookings.passenger-flight-index:",
                        "  ✗ Failed: LimitExceededException: Subscriber limit exceeded");
    }

    @Test
    void whatIsWaitedForStandsBetweenAHeadingAndItsResult() {
        var transcript = transcript(Symbols.UNICODE);
        var waiting =
                new Waiting("bookings", PASSENGER.indexName(), Phase.BACKFILLING, Duration.ofMinutes(1), 5, 0, 0, 1);
        text(transcript, new RunStarted(Target.UNKNOWN, 1, 0, Map.of(PASSENGER, PlannedAction.CREATE)));

        assertThat(text(
                        transcript,
                        new CreatingIndex(PASSENGER, 1),
                        waiting,
                        new IndexCreated(PASSENGER, Duration.ZERO)))
                .containsExactly(
                        "Creating GSI: bookings.passenger-flight-index", "  ✓ GSI created successfully (0.0 s)");
        assertThat(transcript.lines(new CreatingIndex(PASSENGER, 1), START)).hasSize(1);
        assertThat(transcript.lines(waiting, START.plus(INTERVAL)))
                .singleElement()
                .extracting(Line::text)
                .asString()
                .startsWith("Waiting, 1 min so far: ");
        assertThat(transcript.lines(new IndexCreated(PASSENGER, Duration.ZERO), START.plus(INTERVAL)))
                .first()
                .isEqualTo(Line.info("bookings.passenger-flight-index:"));
    }

    private static RunTranscript transcript(Symbols symbols) {
        return new RunTranscript(symbols, new WaitingBoard(INTERVAL, WaitingDetail.SUMMARY));
    }

    private static List<Line> info(String text) {
        return List.of(Line.info(text));
    }

    private static List<String> text(RunTranscript transcript, GsiEvent... events) {
        return Stream.of(events)
                .flatMap(event -> transcript.lines(event, START).stream())
                .map(Line::text)
                .toList();
    }
}
