package dev.ensuregsis.maven.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.StatusReport;
import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.estimate.BuildProgress;
import dev.ensuregsis.engine.estimate.DurationRange;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.maven.internal.build.TypedCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The screens of docs/progress.md are what is printed. */
class ProgressPageTest {
    private static final Path PAGE = Path.of("../docs/progress.md");
    private static final Instant START = Instant.parse("2026-02-01T10:30:00Z");
    private static final Target VIRGINIA = new Target("123456789012", "us-east-1", null);
    private static final IndexId PASSENGER = new IndexId("bookings", "passenger-flight-index");
    private static final IndexId STATUS = new IndexId("flights", "flight-status-index");
    private static final TypedCommand COMMAND = new TypedCommand("create", List.of("gsi:create"), List.of(), Map.of());
    private static final Failure REFUSED = new Failure(
            FailureKind.REFUSED,
            "ValidationException",
            "One or more parameter values were invalid: Attribute type of status must be S",
            "DynamoDB refuses this definition; the same call would be refused again.",
            false,
            NextStep.of(NextStep.Kind.CORRECT_DEFINITION));
    private static final String GSIS = """
            {
              "bookings": [
                {"IndexName": "passenger-flight-index",
                 "KeySchema": [{"AttributeName": "passengerId", "KeyType": "HASH"}],
                 "AttributeDefinitions": [{"AttributeName": "passengerId", "AttributeType": "S"}]}],
              "flights": [
                {"IndexName": "flight-status-index",
                 "KeySchema": [{"AttributeName": "status", "KeyType": "HASH"}],
                 "AttributeDefinitions": [{"AttributeName": "status", "AttributeType": "S"}],
                 "Projection": {"ProjectionType": "KEYS_ONLY"},
                 "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 50}}]
            }
            """;

    @Test
    void plan() throws Exception {
        var definitions = definitions();
        Plan plan = GsiEngine.builder().controlPlane(new TwoTables()).build().plan(definitions);

        assertIsOnThePage("plan", texts(PlanText.lines(plan, definitions, "mvn gsi:create", "mvn gsi:check")));
    }

    @Test
    void waiting() throws IOException {
        var audience = new Audience(true, 2);
        var labels = IndexLabels.of(List.of(PASSENGER, STATUS));
        var board = new WaitingBoard(Duration.ofSeconds(15), audience, labels);
        board.lines(
                new GsiEvent.RunStarted(
                        VIRGINIA, 2, 0, Map.of(PASSENGER, PlannedAction.CREATE, STATUS, PlannedAction.CREATE)),
                new Moment(START, Duration.ZERO));
        var elapsed = Duration.ofMinutes(42);
        var now = START.plus(elapsed);
        board.lines(
                waiting(
                        PASSENGER,
                        4_000_000,
                        START.plusSeconds(1),
                        new BuildProgress(61.0, now.minusSeconds(240), left(23, 23))),
                new Moment(START.plusSeconds(1), Duration.ofSeconds(1)));

        assertIsOnThePage(
                "waiting",
                texts(board.lines(
                        waiting(STATUS, 800_000, now, new BuildProgress(null, null, left(230, 310))),
                        new Moment(now, elapsed))));
    }

    @Test
    void status() throws IOException {
        var live =
                new LiveIndex("passenger-flight-index", LiveIndex.IndexStatus.CREATING, true, null, null, null, 0, 0);
        var report = new StatusReport(
                VIRGINIA,
                "/airline/.gsi_creation_state.json",
                List.of(
                        new StatusReport.Row(PASSENGER, true, GsiStatus.IN_PROGRESS, live, 0, null, START, null, true),
                        new StatusReport.Row(
                                STATUS, true, GsiStatus.FAILED, null, 1, REFUSED.summary(), START, null, true)),
                null);

        assertIsOnThePage("status", texts(StatusText.lines(report, true)));
    }

    @Test
    void failure() throws IOException {
        var labels = IndexLabels.of(List.of(PASSENGER, STATUS));
        var audience = new Audience(false, 2);
        var transcript = new RunTranscript(
                Symbols.UNICODE, new WaitingBoard(Duration.ofMinutes(1), audience, labels), labels, audience);
        var report = new RunReport(
                "run",
                VIRGINIA,
                START,
                START.plusSeconds(60),
                RunReport.Ending.COMPLETE,
                List.of(
                        new IndexReport(PASSENGER, Outcome.CREATED, 1, START, START.plusSeconds(50), null),
                        new IndexReport(STATUS, Outcome.FAILED, 1, START, START.plusSeconds(60), REFUSED)),
                List.of(),
                null,
                null,
                null,
                null);
        var lines = new ArrayList<Line>();
        for (var event : List.of(
                new GsiEvent.CreatingIndex(PASSENGER, 1),
                new GsiEvent.IndexCreated(PASSENGER, Duration.ofMinutes(65)),
                new GsiEvent.CreatingIndex(STATUS, 1),
                new GsiEvent.IndexFailed(STATUS, 1, REFUSED))) {
            lines.addAll(transcript.lines(event, new Moment(START, Duration.ZERO)));
        }
        lines.addAll(RunSummary.lines(report, new RunPart(2, 2, true, List.of()), audience));

        assertIsOnThePage(
                "failure",
                Stream.concat(
                                texts(lines).stream(),
                                Stream.concat(
                                        Stream.of(""),
                                        RunComplaint.of(report, COMMAND).lines()))
                        .toList());
    }

    private static GsiEvent.Waiting waiting(IndexId index, long items, Instant now, BuildProgress progress) {
        return new GsiEvent.Waiting(
                        index.tableName(),
                        index.indexName(),
                        Phase.BACKFILLING,
                        Duration.between(START, now),
                        items,
                        0,
                        0,
                        2)
                .with(progress);
    }

    private static DurationRange left(int least, int most) {
        return new DurationRange(Duration.ofMinutes(least), Duration.ofMinutes(most));
    }

    private static Definitions definitions() {
        return DefinitionReader.builder().build().read(List.of(DefinitionSource.text("gsis.json", GSIS)));
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    private static void assertIsOnThePage(String screen, List<String> printed) throws IOException {
        var expected = printed.stream()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
        var page = Files.readString(PAGE);
        var before = "<!-- screen: " + screen + " -->\n```text\n";
        assertThat(page).contains(before);
        var from = page.indexOf(before) + before.length();
        assertThat(page.substring(from, page.indexOf("\n```", from))).isEqualTo(expected);
    }

    /** Two tables as DescribeTable shows them: one on demand, one with provisioned capacity. */
    private static final class TwoTables implements ControlPlane {
        @Override
        public Optional<LiveTable> describeTable(String tableName) {
            return Optional.of(
                    tableName.equals("bookings")
                            ? table(tableName, BillingMode.PAY_PER_REQUEST, null, 4_000_000, 6L << 30)
                            : table(
                                    tableName,
                                    BillingMode.PROVISIONED,
                                    new Throughput(100L, 200L),
                                    800_000,
                                    500L << 20));
        }

        private static LiveTable table(
                String name, BillingMode billing, @Nullable Throughput throughput, long items, long bytes) {
            return new LiveTable(
                    name,
                    "arn:aws:dynamodb:us-east-1:123456789012:table/" + name,
                    LiveTable.TableStatus.ACTIVE,
                    KeySchema.of("id"),
                    Map.of("id", AttributeType.S),
                    billing,
                    throughput,
                    List.of(),
                    List.of(),
                    items,
                    bytes);
        }

        @Override
        public Set<String> listTables() {
            throw new AssertionError("a plan lists nothing");
        }

        @Override
        public Optional<LiveTable> createTable(CreateTableCall call) {
            throw new AssertionError("a plan changes nothing");
        }

        @Override
        public void createIndex(CreateIndexCall call) {
            throw new AssertionError("a plan changes nothing");
        }

        @Override
        public Target target() {
            return VIRGINIA;
        }

        @Override
        public Optional<String> callerAccount() {
            return Optional.of("123456789012");
        }

        @Override
        public boolean isLocal() {
            return false;
        }
    }
}
