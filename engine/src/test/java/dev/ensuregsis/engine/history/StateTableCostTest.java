package dev.ensuregsis.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.InSimulation;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.Verdict;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import dev.ensuregsis.engine.internal.state.Fixtures;
import dev.ensuregsis.engine.internal.statetable.CountedRequests;
import dev.ensuregsis.engine.internal.statetable.ProcessRequests;
import dev.ensuregsis.engine.internal.statetable.RoutineTime;
import dev.ensuregsis.engine.internal.statetable.SimulatedStateTable;
import dev.ensuregsis.engine.internal.statetable.SimulatedTableStores;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.ProcessTimeline;
import dev.ensuregsis.engine.simulation.Routines;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SimulatedProcess;
import dev.ensuregsis.engine.simulation.SomeoneElse;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What a state in a table costs, by counting its requests: the figures of docs/state.md. */
class StateTableCostTest {
    private final RandomGenerator random = new SplittableRandom(1);
    private final VirtualTime time = new VirtualTime();
    private final Routines routines = new Routines(time);
    private final SimulatedProcess process = new SimulatedProcess(time, "counted", Duration.ZERO);
    private final SimulatedStateTable table = new SimulatedStateTable();
    private final CountedRequests counted = new CountedRequests(
            new ProcessRequests(table, routines, process, new SplittableRandom(1), ProcessRequests.Trouble.NONE));

    @Test
    void anIndexCostsTwoTransactionsAndAnHourOfWaitingARenewalEveryTwentySeconds() throws IOException {
        var account = SimulatedAccount.real(time, AccountRules.REAL, 1)
                .with(TableSetup.onDemand("bookings").sized(4_000_000_000L));
        var begun = time.elapsed();

        run(account, Fixtures.table("bookings", "by-agent", "by-flight"));

        var hours = time.elapsed().minus(begun).toSeconds() / 3600.0;
        assertThat(counted.transactions())
                .as("two for each of two indexes, and one for the run")
                .isEqualTo(5);
        assertThat(counted.transactionUnits()).isEqualTo(5 * 4);
        assertThat(counted.headWrites() - counted.renewals())
                .as("taken, moved on and given back")
                .isEqualTo(3);
        assertThat(counted.renewals()).isBetween((long) (hours * 180) - 2, (long) (hours * 180) + 2);
        assertThat(counted.gets()).as("reads of the head").isEqualTo(1 + 2);
        assertThat(counted.queries()).isEqualTo(1 + 1);
        assertThat(counted.headUnits()).as("a head is under a KiB").isEqualTo(counted.headWrites());
        assertThat(Files.readString(Path.of("../docs/state.md")))
                .contains(
                        "| an index that is created | 2 transactions, 8 write units |",
                        "| an hour of waiting | 180 renewals, 180 write units |",
                        "| a run that changes something | 1 transaction and 3 writes of the head, 7 write units |",
                        "| a run that changes nothing | no writes |",
                        "by one read of the head and one query",
                        "and again when the lease is taken, by two reads and one query");
    }

    @Test
    void whatOneIndexCostsDoesNotGrowWithTheOthers() {
        var account = SimulatedAccount.real(time, AccountRules.REAL.withRates(1_000, 1_000), 1);
        for (int i = 0; i < 100; i++) {
            account.with(TableSetup.onDemand("table-" + i));
        }

        run(account, Fixtures.many(100, 1));

        assertThat(counted.transactions()).isEqualTo(2 * 100 + 1);
        assertThat(counted.transactionUnits() - 4 * 2 * 100)
                .as("what the run's own item costs, which names twenty indexes at most")
                .isBetween(4L, 12L);
    }

    @Test
    void aDeletionIsAnnouncedItsAnswerRecordedAndItsEntryMarked() throws IOException {
        var account = SimulatedAccount.real(time, AccountRules.REAL, 1).with(TableSetup.onDemand("bookings"));
        var old = Fixtures.table("bookings", "old").tables().get(0);
        new SomeoneElse(account).hadCreated("bookings", old.indexes().get(0), old.attributeTypes());
        routines.pass(Duration.ofMinutes(1));
        var gone = List.of(new IndexId("bookings", "old"));

        run(account, (engine, timeline) -> {
            var removing = engine.removing(account);
            var plan = InSimulation.planRemoval(removing, false, Fixtures.table("bookings"), gone, timeline);
            return InSimulation.carryOut(removing, plan, timeline, random);
        });

        assertThat(counted.transactions()).as("and one for the run").isEqualTo(3 + 1);
        assertThat(counted.transactionUnits()).isEqualTo((3 + 1) * 4);
        assertThat(Files.readString(Path.of("../docs/state.md")))
                .contains("| an index that is deleted for good | 3 transactions, 12 write units |");
    }

    private void run(SimulatedAccount account, Definitions definitions) {
        run(account, (engine, timeline) -> InSimulation.ensure(engine, definitions, timeline, random));
    }

    private void run(SimulatedAccount account, BiFunction<GsiEngine, Timeline, RunReport> errand) {
        var store = SimulatedTableStores.store(counted, new RoutineTime(routines, process, random), Duration.ZERO);
        var engine = GsiEngine.builder().controlPlane(account).stateStore(store).build();
        var verdict = new Verdict[1];
        routines.pass(Duration.ofSeconds(10));
        routines.start(process, () -> {
            verdict[0] = errand.apply(engine, new ProcessTimeline(routines, process, () -> {}))
                    .verdict();
            store.close();
        });
        routines.driveUntil(() -> verdict[0] != null && table.holder() == null, Duration.ofDays(10));
        assertThat(verdict[0]).isEqualTo(Verdict.ENSURED);
    }
}
