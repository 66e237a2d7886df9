package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.ControlPlaneFault.Answered;
import dev.ensuregsis.engine.spi.ControlPlaneFault.NoAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first looks of a run meet errors: which end it, which it bears, and who waits for whom. */
class FirstLooksTest {
    private static final List<String> TABLES = List.of("bookings", "flights", "seats");
    private static final Definitions THREE = SimulatedRuns.definitions(TABLES, "by-agent");
    private static final Definitions ONE_TO_CREATE = new Definitions(
            List.of(SimulatedRuns.toCreate("bookings", "by-agent"), SimulatedRuns.table("flights", "by-agent")));
    private static final Answered SERVER_ERROR = new Answered("InternalServerError", "any", 500);

    private SimulatedRuns runs = new SimulatedRuns("bookings", "flights", "seats");

    /** Four of five tries broken, or fewer, on any of the tables, answered in any order. */
    @ParameterizedTest
    @ValueSource(strings = {"Connection reset", "The target server failed to respond", "Read timed out"})
    void aFewBrokenConnectionsAreBorneWhicheverLooksMeetThem(String broken) {
        for (int which = 0; which < 125; which++) {
            runs = new SimulatedRuns("bookings", "flights", "seats");
            runs.seed(which);
            runs.looksMeet("bookings", new NoAnswer(broken), which % 5);
            runs.looksMeet("flights", new NoAnswer(broken), which / 5 % 5);
            runs.looksMeet("seats", new NoAnswer(broken), which / 25);

            assertThat(runs.ensure(runs.engine().build(), THREE).verdict())
                    .as("breaks in base 5: %s", Integer.toString(which, 5))
                    .isEqualTo(Verdict.ENSURED);
        }
    }

    @Test
    void whereEveryLookBreaksTheRunEndsAfterFive() {
        TABLES.forEach(table -> runs.looksMeet(table, new NoAnswer("Connection reset"), 100));

        var report = runs.ensure(runs.engine().build(), THREE);

        assertThat(report.verdict()).isEqualTo(Verdict.ABORTED);
        assertThat(report.abortedBy()).isNotNull();
        assertThat(report.abortedBy().message()).isEqualTo("Connection reset");
        assertThat(report.abortedBy().meaning()).contains("tried 5 times");
        assertThat(report.abortedBy().waitingHelps()).isTrue();
        assertThat(TABLES.stream().mapToLong(runs::looksAt).max()).hasValue(5);
    }

    @Test
    void aPlanBearsAsMuchAndEndsAsARunDoes() throws InterruptedException {
        runs.looksMeet("flights", new NoAnswer("Connection reset"), 4);
        assertThat(runs.plan(runs.engine().build(), THREE).tables()).hasSize(3);

        runs = new SimulatedRuns("bookings", "flights", "seats");
        TABLES.forEach(table -> runs.looksMeet(table, new NoAnswer("Connection reset"), 100));
        assertThatThrownBy(() -> runs.plan(runs.engine().build(), THREE))
                .isInstanceOfSatisfying(
                        CouldNotLookException.class,
                        e -> assertThat(e.failure().meaning()).contains("tried 5 times"));
    }

    static Stream<ControlPlaneFault> whatEndsARun() {
        return Stream.of(
                new ControlPlaneFault.NotConnected("Connection refused"),
                new ControlPlaneFault.UnknownHost("dynamodb.nowhere"),
                new ControlPlaneFault.NoCredentials("none"),
                new Answered("UnrecognizedClientException", "The security token is invalid", 400),
                new Answered("ExpiredTokenException", "expired", 400));
    }

    @ParameterizedTest
    @MethodSource("whatEndsARun")
    void whatEveryLookWouldMeetEndsTheRunAtOnce(ControlPlaneFault fault) {
        TABLES.forEach(table -> runs.looksMeet(table, fault, 100));

        var report = runs.ensure(runs.engine().build(), THREE);

        assertThat(report.verdict()).isEqualTo(Verdict.ABORTED);
        assertThat(TABLES.stream().mapToLong(runs::looksAt).max()).hasValue(1);
    }

    /** Whichever of the tables it is that hears so first. */
    @ParameterizedTest
    @MethodSource("whatEndsARun")
    void soItDoesWhereOthersOnlyBroke(ControlPlaneFault fault) {
        for (int seed = 0; seed < 20; seed++) {
            runs = new SimulatedRuns("bookings", "flights", "seats");
            runs.seed(seed);
            TABLES.forEach(table -> runs.looksMeet(table, new NoAnswer("Connection reset"), 1));
            TABLES.forEach(table -> runs.looksMeet(table, fault, 100));

            assertThat(runs.ensure(runs.engine().build(), THREE).verdict())
                    .as("seed %s", seed)
                    .isEqualTo(Verdict.ABORTED);
            assertThat(TABLES.stream().map(runs::looksAt))
                    .as("looks with seed %s", seed)
                    .allMatch(looks -> looks <= 2);
        }
    }

    @Test
    void theOthersGoOnWhileOneTableCantBeSeenAndItsTurnComes() {
        runs.looksMeet("flights", SERVER_ERROR, 12);
        var begun = runs.time.instant();

        var report = runs.ensure(runs.engine().build(), THREE);

        assertThat(report.verdict()).isEqualTo(Verdict.ENSURED);
        assertThat(Duration.between(begun, startOf(report, "bookings"))).isLessThan(Duration.ofSeconds(10));
        assertThat(Duration.between(begun, startOf(report, "flights"))).isGreaterThan(Duration.ofSeconds(20));
        var told = kinds();
        assertThat(told).containsSubsequence("RunStarted", "NotSeenYet", "CreatingIndex", "IndexCreated");
        assertThat(told).containsOnlyOnce("NotSeenYet");
        assertThat(runs.events)
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(GsiEvent.NotSeenYet.class, unseen -> {
                    assertThat(unseen.tableName()).isEqualTo("flights");
                    assertThat(unseen.failure().code()).isEqualTo("InternalServerError");
                }));
    }

    @Test
    void oneTableThatIsNeverSeenEndsTheRunWithTheOthersRecorded() {
        runs.looksMeet("flights", SERVER_ERROR, 1000);

        var report = runs.ensure(runs.engine().build(), THREE);

        assertThat(report.verdict()).isEqualTo(Verdict.ABORTED);
        assertThat(report.abortedBy()).isNotNull();
        assertThat(report.abortedBy().meaning()).contains("tried 20 times");
        assertThat(runs.looksAt("flights")).isEqualTo(20);
        assertThat(runs.calls).contains("create bookings.by-agent", "create seats.by-agent");
    }

    /** Reference: credentials that may not call STS; then only a table tells the account. */
    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void aTableThatIsSeenLateTellsTheAccountWhereNothingElseDoes(int failed) {
        runs = new SimulatedRuns("flights");
        runs.callerIsUnknown();
        runs.looksMeet("flights", SERVER_ERROR, failed);
        var engine = runs.engine()
                .createTables(true)
                .expectedAccount(SimulatedRuns.ACCOUNT)
                .build();

        var report = runs.ensure(engine, ONE_TO_CREATE);

        assertThat(report.verdict()).isEqualTo(Verdict.ENSURED);
        assertThat(report.target().accountId()).isEqualTo(SimulatedRuns.ACCOUNT);
        assertThat(kinds()).containsSubsequence("Warned", "RunStarted", "CreatingTable");
    }

    /** Whichever table's answer is the late one. */
    @Test
    void soDoesOneWhoseAnswerIsLate() {
        for (int seed = 0; seed < 20; seed++) {
            runs = new SimulatedRuns("flights");
            runs.callerIsUnknown();
            var random = new SplittableRandom(seed);
            var slow = new Latency(Duration.ZERO, Duration.ofSeconds(30));
            var engine = runs.engine()
                    .createTables(true)
                    .expectedAccount(SimulatedRuns.ACCOUNT)
                    .build();

            assertThat(engine.ensure(ONE_TO_CREATE, new SimulatedTimeline(runs.time, slow, random), random)
                            .verdict())
                    .as("seed %s", seed)
                    .isEqualTo(Verdict.ENSURED);
        }
    }

    @Test
    void whereNoTableIsLeftToTellTheAccountTheRunEndsAndSaysWhy() {
        runs = new SimulatedRuns("flights");
        runs.callerIsUnknown();
        runs.account.denying("flights");
        var engine = runs.engine()
                .createTables(true)
                .expectedAccount(SimulatedRuns.ACCOUNT)
                .build();

        var report = runs.ensure(engine, ONE_TO_CREATE);

        assertThat(report.abortedBy()).isNotNull();
        assertThat(report.abortedBy().code()).isEqualTo("UnknownAccount");
        assertThat(report.abortedBy().meaning()).startsWith("No table that could be seen tells it");
        assertThat(runs.changes()).isEmpty();
    }

    /** Reference: throttling costs time and nothing else. */
    @Test
    void nineteenThrottledLooksAndAnErrorUseUpNothing() {
        runs.looksMeet("bookings", new Answered("ThrottlingException", "Rate exceeded", 400), 19);
        runs.looksMeet("bookings", SERVER_ERROR, 1);
        runs.looksMeet("bookings", new Answered("ThrottlingException", "Rate exceeded", 400), 30);
        runs.looksMeet("bookings", SERVER_ERROR, 18);

        assertThat(runs.ensure(runs.engine().build(), THREE).verdict()).isEqualTo(Verdict.ENSURED);
    }

    private static Instant startOf(RunReport report, String table) {
        return report.indexes().stream()
                .filter(index -> index.id().tableName().equals(table))
                .flatMap(index -> Stream.ofNullable(index.startedAt()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> kinds() {
        return IntStream.range(0, runs.events.size())
                .mapToObj(i -> runs.events.get(i).getClass().getSimpleName())
                .toList();
    }
}
