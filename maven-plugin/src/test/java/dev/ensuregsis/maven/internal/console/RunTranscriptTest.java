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
import dev.ensuregsis.engine.event.GsiEvent.Phase;
import dev.ensuregsis.engine.event.GsiEvent.RunAborted;
import dev.ensuregsis.engine.event.GsiEvent.RunStarted;
import dev.ensuregsis.engine.event.GsiEvent.SlowedDown;
import dev.ensuregsis.engine.event.GsiEvent.StateArchived;
import dev.ensuregsis.engine.event.GsiEvent.StateLoaded;
import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import dev.ensuregsis.engine.event.GsiEvent.Warned;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.state.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunTranscriptTest {
    private static final IndexId PASSENGER = new IndexId("bookings", "passenger-flight-index");
    private static final IndexId STATUS = new IndexId("flights", "flight-status-index");
    private static final Failure LIMIT = new Failure(
            "LimitExceededException", "Subscriber limit exceeded", "too many at once", true, "run again later");

    @ParameterizedTest
    @MethodSource
    void eachEventHasItsWords(GsiEvent event, List<Line> expected) {
        assertThat(new RunTranscript(Symbols.UNICODE).lines(event)).isEqualTo(expected);
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
                        new StateLoaded(Path.of("x.json"), "6 indexes"), info("Loaded state from x.json (6 indexes)")),
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
                        new Waiting(
                                "bookings",
                                "passenger-flight-index",
                                Phase.BACKFILLING,
                                Duration.ofMinutes(12),
                                1234567,
                                3),
                        info("Waiting for bookings.passenger-flight-index: backfilling, 12 min so far; 1,234,567 items"
                                + " in the table when last counted; 3 GSIs to go")),
                Arguments.of(
                        new Waiting("bookings", null, Phase.CREATING_TABLE, Duration.ofSeconds(5), 1, 1),
                        info("Waiting for bookings: creating the table, 5 s so far; 1 item in the table when last"
                                + " counted; 1 GSI to go")),
                Arguments.of(
                        new SlowedDown(SlowedDown.Calls.CHANGES, Duration.ofSeconds(2)),
                        info("Slowed down: DynamoDB asks for fewer calls, so changes are sent 2 s apart for now")),
                Arguments.of(new RunAborted(LIMIT), List.of()),
                Arguments.of(new StateArchived(Path.of("y.json")), List.of()));
    }

    @Test
    void aResultStandsBelowItsHeading() {
        var transcript = new RunTranscript(Symbols.UNICODE);

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
        var transcript = new RunTranscript(Symbols.ASCII);

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
        var transcript = new RunTranscript(Symbols.UNICODE);

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
        var transcript = new RunTranscript(Symbols.UNICODE);

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
    void whatFailsWithoutAnAttemptCountsNone() {
        assertThat(text(new RunTranscript(Symbols.UNICODE), new IndexFailed(PASSENGER, 0, LIMIT)))
                .containsExactly(
                        "bookings.passenger-flight-index:",
                        "  ✗ Failed: LimitExceededException: Subscriber limit exceeded");
    }

    private static List<Line> info(String text) {
        return List.of(Line.info(text));
    }

    private static List<String> text(RunTranscript transcript, GsiEvent... events) {
        return Stream.of(events)
                .flatMap(event -> transcript.lines(event).stream())
                .map(Line::text)
                .toList();
    }
}
