package dev.ensuregsis.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.InSimulation;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.Verdict;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.GsiEvent;
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
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.StateSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A process that is told to end seals its state, and only then interrupts its run, which may see the one before the other. */
class SealedRunTest {
    private final VirtualTime time = new VirtualTime();
    private final Routines routines = new Routines(time);
    private final SimulatedProcess process = new SimulatedProcess(time, "sealed", Duration.ZERO);
    private final SimulatedAccount account =
            SimulatedAccount.real(time, AccountRules.REAL, 1).with(TableSetup.onDemand("bookings"));
    private final SimulatedStateTable table = new SimulatedStateTable();
    private final StateStore store = SimulatedTableStores.store(
            new ProcessRequests(table, routines, process, new SplittableRandom(1), ProcessRequests.Trouble.NONE),
            new RoutineTime(routines, process, new SplittableRandom(1)),
            Duration.ZERO);
    private final ProcessTimeline timeline = new ProcessTimeline(routines, process, () -> {});
    private @Nullable RunReport report;
    private List<EndedRun> history = List.of();
    private boolean done;

    @Test
    void aRunThatIsInterruptedWhenItsStateIsSealedIsInTheHistory() {
        var begun = time.instant();

        runUntilItIsTold(SealedRunTest::isHalfWay, timeline::interrupt);

        assertThat(report).extracting(RunReport::verdict).isEqualTo(Verdict.INTERRUPTED);
        assertThat(history).hasSize(1);
        var run = history.get(0);
        assertThat(run.ending()).isEqualTo(Verdict.INTERRUPTED.name().toLowerCase(Locale.ROOT));
        assertThat(run.startedAt()).isBetween(begun, run.endedAt());
        assertThat(run.owner()).isNotNull();
        assertThat(run.summary()).isEqualTo(new StateSummary(2, 0, 1, 1, 0));
        assertThat(run.created()).extracting(EndedRun.Deed::index).containsExactly(new IndexId("bookings", "by-agent"));
        assertThat(run.failed()).isEmpty();
        assertThat(table.holder()).as("who has the state in the end").isNull();
    }

    @Test
    void aRunThatChangedNothingIsNot() {
        runUntilItIsTold(GsiEvent.RunStarted.class::isInstance, timeline::interrupt);

        assertThat(history).isEmpty();
        assertThat(table.writes()).isZero();
    }

    @Test
    void aRunThatIsStillToBeInterruptedEndsAsInterruptedAtItsNextChange() {
        runUntilItIsTold(SealedRunTest::isHalfWay, () -> {});

        assertThat(report).extracting(RunReport::verdict).isEqualTo(Verdict.INTERRUPTED);
        assertThat(Objects.requireNonNull(report).abortedBy()).isNull();
        assertThat(history).extracting(EndedRun::ending).containsExactly("interrupted");
    }

    @Test
    void soDoesOneWhoseStateIsNotOpenYet() {
        runUntilItIsTold(GsiEvent.RunStarted.class::isInstance, () -> {});

        assertThat(report).extracting(RunReport::verdict).isEqualTo(Verdict.INTERRUPTED);
        assertThat(history).isEmpty();
    }

    private static boolean isHalfWay(GsiEvent event) {
        return event instanceof GsiEvent.CreationAccepted accepted
                && accepted.index().equals(new IndexId("bookings", "by-flight"));
    }

    /** As the plugin's shutdown hook does it, and then what it does after. */
    private void runUntilItIsTold(Predicate<GsiEvent> moment, Runnable after) {
        var told = new ArrayList<GsiEvent>();
        var engine = GsiEngine.builder()
                .controlPlane(account)
                .stateStore(store)
                .listener(event -> {
                    if (moment.test(event)) {
                        told.add(event);
                        store.seal();
                        after.run();
                    }
                })
                .build();
        routines.start(process, () -> {
            report = InSimulation.ensure(
                    engine, Fixtures.table("bookings", "by-agent", "by-flight"), timeline, new SplittableRandom(1));
            history = store.history(Objects.requireNonNull(report).target(), 5);
            done = true;
        });
        routines.driveUntil(() -> done, Duration.ofDays(1));
        assertThat(told).hasSize(1);
    }
}
