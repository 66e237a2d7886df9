package dev.ensuregsis.engine.internal.statetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.internal.state.LockRules;
import dev.ensuregsis.engine.simulation.Routines;
import dev.ensuregsis.engine.simulation.SimulatedProcess;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Runs of one JVM take turns, and wait long for that; another process is refused. A container has its process ids to itself,
 * and its host's name may be another's too: whose lease it is only its token says.
 */
class WhoseLeaseTest {
    private static final Target HERE = new Target("123456789012", "eu-central-1", null);
    private static final Duration TURN = Duration.ofHours(12);

    private final VirtualTime time = new VirtualTime();
    private final Routines routines = new Routines(time);
    private final SimulatedProcess process = new SimulatedProcess(time, "here", Duration.ZERO);
    private final SimulatedStateTable table = new SimulatedStateTable();
    private @Nullable StateException refused;
    private @Nullable Duration waited;

    @Test
    void aLivingRunOfTheSameProcessIdAndHostNameElsewhereIsNotWaitedFor() {
        var elsewhere = new Lease("elsewhere", TableRules.LEASE, LockOwner.thisProcess("create", time.instant()));
        routines.start(process, () -> {
            var head = Head.first(StateKey.of("history", HERE).orElseThrow(), "g", elsewhere);
            table.put(head, null);
            while (!isOver()) {
                routines.park(Duration.ofSeconds(20));
                table.put(head.renewed(), head);
                head = head.renewed();
            }
        });

        take();

        assertThat(refused).isInstanceOf(StateException.Locked.class);
        assertThat(waited).isLessThan(TableRules.LEASE);
    }

    @Test
    void aRunOfThisJvmIsWaitedFor() {
        routines.start(process, () -> {
            var session = store().open(HERE, true);
            routines.park(Duration.ofHours(2));
            session.close();
        });

        take();

        assertThat(refused).isNull();
        assertThat(waited).isGreaterThan(Duration.ofHours(1));
        assertThat(System.getProperties().stringPropertyNames())
                .as("tokens of leases that are over")
                .noneMatch(name -> name.contains("lease:here-"));
    }

    private void take() {
        time.in(
                Duration.ofSeconds(1),
                () -> routines.start(process, () -> {
                    var begun = time.elapsed();
                    try {
                        store().open(HERE, true).close();
                    } catch (StateException e) {
                        refused = e;
                    }
                    waited = time.elapsed().minus(begun);
                }));
        routines.driveUntil(this::isOver, Duration.ofDays(2));
        routines.pass(Duration.ofMinutes(1));
    }

    private boolean isOver() {
        return waited != null;
    }

    private StateStore store() {
        var lock = new LockRules("create", true, TURN, Duration.ZERO, owner -> {});
        return new TableStateStore(
                "history",
                new ProcessRequests(table, routines, process, new SplittableRandom(1), ProcessRequests.Trouble.NONE),
                new TableRules(lock, TableRules.LEASE, false),
                new RoutineTime(
                        routines, process, new SplittableRandom(time.elapsed().toNanos())));
    }
}
