package dev.ensuregsis.maven.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.Retry;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiEvent.AttemptFailed;
import dev.ensuregsis.engine.event.GsiEvent.CreatingIndex;
import dev.ensuregsis.engine.event.GsiEvent.IndexCreated;
import dev.ensuregsis.engine.event.GsiEvent.IndexFailed;
import dev.ensuregsis.engine.event.GsiEvent.IndexSkipped;
import dev.ensuregsis.engine.event.GsiEvent.IndexTakenUp;
import dev.ensuregsis.engine.event.GsiEvent.RetryingFailed;
import dev.ensuregsis.engine.event.GsiEvent.RunStarted;
import dev.ensuregsis.engine.event.GsiEvent.StateLoaded;
import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import dev.ensuregsis.engine.event.GsiEvent.Warned;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.StateSummary;
import dev.ensuregsis.engine.spi.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whole outputs of the scripts that came before, in {@code outputs}: each line of theirs is printed as it stands, times and
 * numbers apart, in their order; lines of ours may stand between them, never on them.
 */
class WholeOutputsTest {
    private static final Instant START = Instant.parse("2026-02-01T10:30:00Z");
    private static final String STATE = "/airline/.gsi_creation_state.json";
    private static final String ARCHIVE = "/airline/.gsi_creation_state_20260201_103000.json";
    private static final Target TARGET = new Target("123456789012", "eu-central-1", null);
    private static final IndexId PASSENGER = new IndexId("bookings", "passenger-flight-index");
    private static final IndexId STATUS = new IndexId("bookings", "flight-status-index");
    private static final Audience READER = new Audience(false, 2);
    private static final Failure LIMIT = new Failure(
            FailureKind.TRIES_USED_UP,
            "LimitExceededException",
            "Subscriber limit exceeded",
            "DynamoDB did not carry out the call. It was tried 5 times.",
            true,
            NextStep.of(NextStep.Kind.TRY_LATER));

    @Test
    void ofARunInWhichAllIsWell() {
        assertThatAllIsIn(
                printed(
                        green(null),
                        started(PlannedAction.CREATE, PlannedAction.CREATE),
                        new CreatingIndex(PASSENGER, 1),
                        waiting(PASSENGER),
                        new IndexCreated(PASSENGER, Duration.ofMinutes(11)),
                        new CreatingIndex(STATUS, 1),
                        new IndexCreated(STATUS, Duration.ofMinutes(12))),
                "normal",
                0);
    }

    @Test
    void ofARunThatFailsAndARetry() {
        var failed = report(
                RunReport.Ending.COMPLETE,
                null,
                null,
                index(PASSENGER, Outcome.CREATED, null),
                index(STATUS, Outcome.FAILED, LIMIT));

        assertThatAllIsIn(
                printed(
                        failed,
                        started(PlannedAction.CREATE, PlannedAction.CREATE),
                        new CreatingIndex(PASSENGER, 1),
                        new IndexCreated(PASSENGER, Duration.ofMinutes(11)),
                        new CreatingIndex(STATUS, 1),
                        new AttemptFailed(STATUS, 1, LIMIT, Duration.ofSeconds(5)),
                        new CreatingIndex(STATUS, 2),
                        new IndexFailed(STATUS, 5, LIMIT)),
                "failed-and-retried",
                0);
        assertThatAllIsIn(
                printed(
                        green(new Retry(true, Set.of(STATUS))),
                        loaded(1, 1, 0),
                        new Warned("look out"),
                        new RetryingFailed(List.of(STATUS)),
                        started(PlannedAction.NOTHING, PlannedAction.CREATE),
                        new CreatingIndex(STATUS, 1),
                        new IndexCreated(STATUS, Duration.ofMinutes(12))),
                "failed-and-retried",
                1);
    }

    @Test
    void ofARunThatIsInterruptedAndResumed() {
        var interrupted = new ArrayList<>(printed(
                null,
                started(PlannedAction.CREATE, PlannedAction.CREATE),
                new CreatingIndex(PASSENGER, 1),
                new IndexCreated(PASSENGER, Duration.ofMinutes(11)),
                new CreatingIndex(STATUS, 1)));
        interrupted.addAll(InterruptionText.SAVED);
        assertThatAllIsIn(interrupted, "interrupted-and-resumed", 0);

        var resumed = printed(
                green(null),
                loaded(1, 0, 1),
                started(PlannedAction.NOTHING, PlannedAction.WAIT),
                new IndexSkipped(PASSENGER, true),
                new IndexTakenUp(STATUS, START),
                waiting(STATUS),
                new IndexCreated(STATUS, Duration.ofMinutes(12)));

        assertThatAllIsIn(resumed, "interrupted-and-resumed", 1);
        assertThat(resumed)
                .containsSubsequence(
                        "Creating GSI: bookings.flight-status-index",
                        "    (was building since 2026-02-01T10:30:00Z)",
                        "  ✓ GSI created successfully");
    }

    private static List<String> printed(@Nullable RunReport report, GsiEvent... events) {
        var labels = IndexLabels.of(List.of(PASSENGER, STATUS));
        var transcript = new RunTranscript(
                Symbols.UNICODE, new WaitingBoard(Duration.ofMinutes(1), READER, labels), labels, READER);
        var lines = new ArrayList<Line>();
        for (var event : events) {
            lines.addAll(transcript.lines(event, new Moment(START, Duration.ZERO)));
        }
        if (report != null) {
            lines.addAll(RunSummary.lines(report, new RunPart(2, 2, true, List.of()), READER));
        }
        return lines.stream().map(Line::text).toList();
    }

    private static void assertThatAllIsIn(List<String> printed, String name, int run) {
        var next = 0;
        for (var expected : lines(name, run)) {
            int from = next;
            while (next < printed.size() && !isLine(expected, printed.get(next))) {
                next++;
            }
            assertThat(next)
                    .as("\"%s\" is not in line %d or after it of:%n%s", expected, from, String.join("\n", printed))
                    .isLessThan(printed.size());
            next++;
        }
    }

    /** A failure has DynamoDB's own text behind its code; every other line is a whole one. */
    private static boolean isLine(String expected, String printed) {
        var line = withoutTimes(printed);
        return expected.contains("✗ Failed")
                ? line.startsWith(withoutTimes(expected) + ": ")
                : line.equals(withoutTimes(expected));
    }

    private static String withoutTimes(String line) {
        return line.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "TIME")
                .replaceAll("_\\d{8}_\\d{6}", "_TIME");
    }

    private static List<String> lines(String name, int run) {
        try (var resource =
                Objects.requireNonNull(WholeOutputsTest.class.getResourceAsStream("/outputs/" + name + ".txt"))) {
            var runs = new String(resource.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^---- .*\\R", -1);
            return runs[run]
                    .stripTrailing()
                    .lines()
                    .filter(line -> !line.startsWith("    (what DynamoDB said"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunStarted started(PlannedAction passenger, PlannedAction status) {
        return new RunStarted(TARGET, 1, 0, Map.of(PASSENGER, passenger, STATUS, status));
    }

    private static StateLoaded loaded(int active, int failed, int inProgress) {
        return new StateLoaded(STATE, START, START.plusSeconds(60), new StateSummary(2, 0, inProgress, active, failed));
    }

    private static Waiting waiting(IndexId index) {
        return new Waiting("bookings", index.indexName(), Phase.BACKFILLING, Duration.ofMinutes(1), 5, 0, 0, 1);
    }

    private static IndexReport index(IndexId id, Outcome outcome, @Nullable Failure failure) {
        return new IndexReport(id, outcome, 1, START, START.plusSeconds(65), failure);
    }

    private static RunReport green(@Nullable Retry retry) {
        return report(
                RunReport.Ending.COMPLETE,
                retry,
                ARCHIVE,
                index(PASSENGER, Outcome.CREATED, null),
                index(STATUS, Outcome.CREATED, null));
    }

    private static RunReport report(
            RunReport.Ending ending, @Nullable Retry retry, @Nullable String archive, IndexReport... indexes) {
        return new RunReport(
                "run-1",
                TARGET,
                START,
                START.plusSeconds(65),
                ending,
                List.of(indexes),
                List.of(),
                retry,
                null,
                null,
                archive);
    }
}
