package dev.ensuregsis.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.InSimulation;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.Verdict;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.internal.state.Fixtures;
import dev.ensuregsis.engine.internal.statetable.ProcessRequests;
import dev.ensuregsis.engine.internal.statetable.RoutineTime;
import dev.ensuregsis.engine.internal.statetable.SimulatedStateTable;
import dev.ensuregsis.engine.internal.statetable.SimulatedTableStores;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.ProcessTimeline;
import dev.ensuregsis.engine.simulation.Routines;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SimulatedProcess;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.state.StateStores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A run whose state goes away in the middle, in a table that doesn't answer any more. */
@SuppressWarnings("FutureReturnValueIgnored") // what is closed next is kept
class StateOutOfReachTest {
    private static final Duration GONE_AFTER = Duration.ofMinutes(1);

    private final VirtualTime time = new VirtualTime();
    private final Routines routines = new Routines(time);
    private final SimulatedProcess process = new SimulatedProcess(time, "cut off", Duration.ZERO);
    private final SimulatedStateTable table = new SimulatedStateTable();
    private final SimulatedAccount account =
            SimulatedAccount.real(time, AccountRules.REAL, 1).with(TableSetup.onDemand("bookings"));
    private final List<GsiEvent> events = new ArrayList<>();

    @Test
    void anHourWithoutAnAnswerEndsIt() {
        var report = run(null, Instant.MAX);

        assertThat(report.verdict()).isEqualTo(Verdict.ABORTED);
        assertThat(Objects.requireNonNull(report.abortedBy()).message()).contains("out of reach", "60 min");
        assertThat(time.elapsed()).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(65));
        assertBegunOne();
    }

    @Test
    void itsTimeoutEndsItBefore() {
        var report = run(Duration.ofMinutes(30), Instant.MAX);

        assertThat(report.verdict().isGreen()).isFalse();
        assertThat(time.elapsed()).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
        assertBegunOne();
    }

    /** What builds meanwhile is built; and the run says what it waits for. */
    @Test
    void whenItIsBackTheRunGoesOn() {
        var report = run(null, time.instant().plus(Duration.ofMinutes(50)));

        assertThat(report.verdict()).isEqualTo(Verdict.ENSURED);
        assertThat(report.with(Outcome.CREATED)).hasSize(2);
        assertThat(events)
                .anyMatch(event -> event instanceof GsiEvent.Warned warned
                        && warned.message().contains("doesn't answer: what builds goes on"));
        table.assertNothingAcknowledgedIsLost();
    }

    /** What the run was for is done. */
    @Test
    void itsTimeoutEndsThePuttingAwayToo() {
        table.goingAwayWithTheGeneration();

        var report = run(Duration.ofMinutes(30), Instant.MIN);

        assertThat(report.verdict()).isEqualTo(Verdict.ENSURED);
        assertThat(report.archive()).isNull();
        assertThat(time.elapsed()).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
        assertThat(events)
                .anyMatch(event -> event instanceof GsiEvent.Warned warned
                        && warned.message().contains("table states")
                        && warned.message().contains("didn't answer"));
    }

    @Test
    void itsTimeoutEndsTheTakingInOfAnotherStateToo() {
        table.goingAwayWithTheGeneration();
        var before = StateStores.inMemory("history");
        try (var session = before.open(Target.UNKNOWN, false)) {
            session.write(GsiEntry.pending(new IndexId("bookings", "by-agent"), null, null));
        }

        var report = run(Duration.ofMinutes(30), Instant.MIN, store -> StateStores.takingIn(store, before));

        assertThat(report.verdict().isGreen()).isFalse();
        assertThat(time.elapsed()).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
    }

    private void assertBegunOne() {
        assertThat(account.truth("bookings").orElseThrow().indexes()).hasSize(1);
    }

    private RunReport run(@Nullable Duration timeout, Instant back) {
        return run(timeout, back, store -> store);
    }

    private RunReport run(@Nullable Duration timeout, Instant back, UnaryOperator<StateStore> beside) {
        var random = new SplittableRandom(1);
        var trouble =
                new ProcessRequests.Trouble(0, Duration.ZERO, time.instant().plus(GONE_AFTER), back);
        var requests = new ProcessRequests(table, routines, process, random, trouble);
        var store = SimulatedTableStores.store(requests, new RoutineTime(routines, process, random), Duration.ZERO);
        var engine = GsiEngine.builder()
                .controlPlane(account)
                .stateStore(beside.apply(store))
                .timeout(timeout)
                .listener(events::add)
                .build();
        var report = new RunReport[1];
        routines.pass(Duration.ofSeconds(10));
        routines.start(
                process,
                () -> report[0] = InSimulation.ensure(
                        engine,
                        Fixtures.table("bookings", "by-agent", "by-flight"),
                        new ProcessTimeline(routines, process, () -> {}),
                        random));
        routines.driveUntil(() -> report[0] != null, Duration.ofDays(2));
        return report[0];
    }
}
