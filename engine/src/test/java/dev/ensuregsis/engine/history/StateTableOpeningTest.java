package dev.ensuregsis.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.InSimulation;
import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.Verdict;
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
import dev.ensuregsis.engine.spi.StateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The table that holds the state is made where a run is about to change something, and by nobody else. */
class StateTableOpeningTest {
    private static final String ACCOUNT = "123456789012";

    private final VirtualTime time = new VirtualTime();
    private final Routines routines = new Routines(time);
    private final SimulatedProcess process = new SimulatedProcess(time, "first", Duration.ZERO);
    private final SimulatedStateTable table = new SimulatedStateTable();
    private final SimulatedAccount account =
            SimulatedAccount.real(time, AccountRules.REAL, 1).with(TableSetup.onDemand("bookings"));

    @Test
    void whoIsInAnotherAccountThanIsMeantMakesNone() {
        table.missing();

        var report = run("999999999999", "bookings");

        assertThat(Objects.requireNonNull(report.abortedBy()).code()).isEqualTo("OtherAccount");
        assertThat(table.isThere()).isFalse();
    }

    @Test
    void aPlanMakesNone() {
        table.missing();

        var plan = inTime(engine -> plan(engine, "bookings"));

        assertThat(plan.asksForNothing()).isFalse();
        assertThat(table.isThere()).isFalse();
    }

    @Test
    void whoIsAboutToChangeSomethingMakesItAndWhoFindsAllInPlaceAsksNothingOfIt() {
        table.missing();

        assertThat(run(null, "bookings").verdict()).isEqualTo(Verdict.ENSURED);
        assertThat(table.isThere()).isTrue();
        assertThat(table.completions()).isEqualTo(1);

        assertThat(run(null, "bookings").verdict()).isEqualTo(Verdict.ENSURED);
        assertThat(table.completions()).isEqualTo(1);
    }

    @Test
    void itIsNotWorkedOnItself() {
        table.of(ACCOUNT);
        account.with(TableSetup.onDemand("states"));

        var report = run(null, "states");

        assertThat(Objects.requireNonNull(report.abortedBy()).message())
                .contains("table states", "itself one of the tables that are defined");
        assertThat(account.truth("states").orElseThrow().indexes()).isEmpty();
        assertThat(table.writes()).isZero();
        assertThatThrownBy(() -> inTime(engine -> plan(engine, "states")))
                .hasStackTraceContaining("itself one of the tables that are defined");
    }

    /** In an account for tools, say. */
    @Test
    void oneOfItsNameInAnotherAccountIsAnother() {
        table.of("999999999999");
        account.with(TableSetup.onDemand("states"));

        assertThat(inTime(engine -> plan(engine, "states")).asksForNothing()).isFalse();
        assertThat(run(null, "states").verdict()).isEqualTo(Verdict.ENSURED);
    }

    private RunReport run(@Nullable String expectedAccount, String tableName) {
        return inTime(engine -> InSimulation.ensure(
                engine.expectedAccount(expectedAccount).build(),
                Fixtures.table(tableName, "by-agent"),
                new ProcessTimeline(routines, process, () -> {}),
                new SplittableRandom(1)));
    }

    private Plan plan(GsiEngine.Builder engine, String tableName) {
        return InSimulation.plan(
                engine.build(),
                Fixtures.table(tableName, "by-agent"),
                new ProcessTimeline(routines, process, () -> {}),
                new SplittableRandom(1));
    }

    private <T> T inTime(Function<GsiEngine.Builder, T> what) {
        var random = new SplittableRandom(1);
        var requests = new ProcessRequests(table, routines, process, random, ProcessRequests.Trouble.NONE);
        StateStore store = SimulatedTableStores.making(requests, new RoutineTime(routines, process, random));
        var done = new ArrayList<T>();
        routines.pass(Duration.ofSeconds(10));
        routines.start(process, () -> {
            var came = what.apply(GsiEngine.builder().controlPlane(account).stateStore(store));
            store.close();
            done.add(came);
        });
        routines.driveUntil(() -> !done.isEmpty(), Duration.ofDays(2));
        return List.copyOf(done).get(0);
    }
}
