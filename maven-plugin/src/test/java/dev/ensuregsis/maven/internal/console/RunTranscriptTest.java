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
import dev.ensuregsis.engine.event.GsiEvent.IndexTakenUp;
import dev.ensuregsis.engine.event.GsiEvent.NotSeenYet;
import dev.ensuregsis.engine.event.GsiEvent.RunAborted;
import dev.ensuregsis.engine.event.GsiEvent.RunStarted;
import dev.ensuregsis.engine.event.GsiEvent.SlowedDown;
import dev.ensuregsis.engine.event.GsiEvent.StateArchived;
import dev.ensuregsis.engine.event.GsiEvent.StateLoaded;
import dev.ensuregsis.engine.event.GsiEvent.TableEnsured;
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
    private static final Moment START = new Moment(Instant.parse("2026-02-01T10:30:00Z"), Duration.ZERO);
    private static final Instant EARLIER = Instant.parse("2026-02-01T10:30:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Moment LATER = new Moment(START.wall().plus(INTERVAL), INTERVAL);
    private static final Audience READER = new Audience(false, 2);
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
                                Line.info(""),
                                Line.info("=".repeat(80)),
                                Line.info("GSI Creation Status"),
                                Line.info("=".repeat(80)),
                                Line.info(""),
                                Line.info("Summary:"),
                                Line.info("  Total: 2"),
                                Line.info("  Active: 1"),
                                Line.info("  Failed: 0"),
                                Line.info("  Pending: 1"),
                                Line.info("  In Progress: 0"))),
                Arguments.of(
                        new StateLoaded("/airline/x.json", EARLIER, EARLIER, new StateSummary(6, 5, 0, 1, 0)),
                        List.of(
                                Line.info("Loaded state from x.json"),
                                Line.info("  Created: 2026-02-01T10:30:00Z"),
                                Line.info("  Updated: 2026-02-01T10:30:00Z"),
                                Line.info("  Summary: 1 active, 0 failed, 5 pending, 0 in progress"),
                                Line.info("  (in /airline)"))),
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
                Arguments.of(new TableEnsured("agents", true), info("Table agents: created, and ACTIVE")),
                Arguments.of(new TableEnsured("agents", false), info("Table agents (already active)")),
                Arguments.of(
                        new IndexTakenUp(PASSENGER, null),
                        List.of(
                                Line.info("Creating GSI: bookings.passenger-flight-index"),
                                Line.info("    (was building when this run began)"))),
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
                        "  ✓ GSI created successfully",
                        "    (1 min 5 s)",
                        "",
                        "Creating GSI: flights.flight-status-index",
                        "  ✗ Failed after 5 attempts: LimitExceededException: Subscriber limit exceeded",
                        "    too many at once",
                        "    Next: Retry the failed ones later; if it goes on, ask AWS support with this message.");
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
                        "",
                        "Creating GSI: flights.flight-status-index",
                        "bookings.passenger-flight-index:",
                        "  + GSI created successfully",
                        "    (1 s)",
                        "flights.flight-status-index:",
                        "  + GSI created successfully",
                        "    (0.0 s)");
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
                        "",
                        "Creating GSI: bookings.passenger-flight-index",
                        "  ✓ GSI created successfully",
                        "    (0.1 s)");
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
                        "  ✓ GSI created successfully",
                        "    (26 h)");
    }

    @Test
    void aTextOfSeveralLinesIsSeveralLines() {
        var differs = new Failure(
                FailureKind.DIFFERS,
                "IndexDiffers",
                String.format("differs:%n  HASH  a  b"),
                "meaning",
                false,
                new NextStep(NextStep.Kind.REPLACE_OR_RENAME_INDEX, "bookings/passenger-flight-index"));

        assertThat(text(transcript(Symbols.UNICODE), new IndexFailed(PASSENGER, 0, differs)))
                .containsExactly(
                        "bookings.passenger-flight-index:",
                        "  ✗ Failed: IndexDiffers: differs:",
                        "  HASH  a  b",
                        "    meaning",
                        "    Next: Without an outage: define it under a new name, create that, switch the readers, then delete"
                                + " the old one (gsi:delete). With one: mvn gsi:replace"
                                + " -Dgsi.indexes=bookings/passenger-flight-index. Or correct the definition.");
    }

    @Test
    void whatFailsWithoutAnAttemptCountsNone() {
        assertThat(text(transcript(Symbols.UNICODE), new IndexFailed(PASSENGER, 0, LIMIT)))
                .containsExactly(
                        "bookings.passenger-flight-index:",
                        "  ✗ Failed: LimitExceededException: Subscriber limit exceeded",
                        "    too many at once",
                        "    Next: Retry the failed ones later; if it goes on, ask AWS support with this message.");
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
                        "",
                        "Creating GSI: bookings.passenger-flight-index",
                        "  ✓ GSI created successfully",
                        "    (0.0 s)");
        assertThat(transcript.lines(new CreatingIndex(STATUS, 1), START)).hasSize(2);
        assertThat(transcript.lines(waiting, LATER))
                .singleElement()
                .extracting(Line::text)
                .asString()
                .startsWith("Waiting, 1 min so far: ");
        assertThat(transcript.lines(new IndexCreated(PASSENGER, Duration.ZERO), LATER))
                .first()
                .isEqualTo(Line.info("bookings.passenger-flight-index:"));
    }

    @Test
    void indexesWhoseNamesJoinToOneTextAreToldApart() {
        var one = new IndexId("a.b", "c");
        var other = new IndexId("a", "b.c");

        assertThat(text(
                        transcript(Symbols.UNICODE, IndexLabels.of(List.of(one, other))),
                        new CreatingIndex(one, 1),
                        new CreatingIndex(other, 1),
                        new IndexSkipped(other, true)))
                .containsExactly(
                        "Creating GSI: a.b.c", "", "Creating GSI: a/b.c", "", "Skipping a/b.c (already active)");
    }

    @Test
    void aChangeThatIsRefusedForNowIsAskedForOnceInPrintAndSaysWhy() {
        var refused =
                new Waiting("bookings", PASSENGER.indexName(), Phase.TABLE_BUSY, Duration.ZERO, 0, 0, 0, 1, LIMIT);

        assertThat(text(
                        transcript(Symbols.UNICODE),
                        new CreatingIndex(PASSENGER, 1),
                        refused,
                        new CreatingIndex(PASSENGER, 1),
                        refused,
                        new CreatingIndex(PASSENGER, 1)))
                .containsExactly(
                        "Creating GSI: bookings.passenger-flight-index",
                        "    (waiting for the table: LimitExceededException: Subscriber limit exceeded)");
    }

    @Test
    void aLongLogListsOnlyWhatFailsOrIsAmiss() {
        var labels = IndexLabels.ALONE;
        var many = new Audience(false, 51);
        var transcript = new RunTranscript(Symbols.UNICODE, new WaitingBoard(INTERVAL, many, labels), labels, many);

        assertThat(text(
                        transcript,
                        new CreatingTable("bookings", List.of(PASSENGER)),
                        new IndexCreated(PASSENGER, Duration.ofMillis(120)),
                        new IndexSkipped(PASSENGER, true),
                        new CreatingIndex(STATUS, 1),
                        new IndexFailed(STATUS, 5, LIMIT)))
                .startsWith(
                        "flights.flight-status-index:",
                        "  ✗ Failed after 5 attempts: LimitExceededException: Subscriber limit exceeded");
    }

    private static RunTranscript transcript(Symbols symbols) {
        return transcript(symbols, IndexLabels.ALONE);
    }

    private static RunTranscript transcript(Symbols symbols, IndexLabels labels) {
        return new RunTranscript(symbols, new WaitingBoard(INTERVAL, READER, labels), labels, READER);
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
