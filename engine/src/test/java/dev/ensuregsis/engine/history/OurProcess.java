package dev.ensuregsis.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.InSimulation;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.internal.state.SimulatedStates;
import dev.ensuregsis.engine.simulation.CallRecord;
import dev.ensuregsis.engine.simulation.FaultPlan;
import dev.ensuregsis.engine.simulation.FaultyNetwork;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedDisk;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.SimulatedWriterTime;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One run of ours in a history, and what was seen of it.
 *
 * @param orders what it was told
 * @param trail its calls
 * @param events what it told
 * @param report its report; null if it crashed
 * @param steps how many steps it took
 * @param endedAt when
 */
record OurProcess(
        Orders orders,
        List<CallRecord> trail,
        List<GsiEvent> events,
        @Nullable RunReport report,
        int steps,
        Instant endedAt) {

    static final Path STATE_DIRECTORY = Path.of("/state");

    /** How long a write of the state file takes; so the file is at most some twenty of these behind. */
    static final Duration WRITE = Duration.ofMillis(2);

    private static final int MOST_STEPS = 200_000;

    /** What a process is told, and when it is to end before its time; 0 for never. */
    record Orders(boolean retryFailed, FaultPlan faults, int crashBefore, int interruptBefore) {
        static Orders undisturbed(boolean retryFailed) {
            return new Orders(retryFailed, FaultPlan.NONE, 0, 0);
        }
    }

    static OurProcess run(World world, SimulatedDisk disk, Orders orders, RandomGenerator random) {
        var trail = new ArrayList<CallRecord>();
        var events = new ArrayList<GsiEvent>();
        var mounted = disk.mount();
        var timeline = new SimulatedTimeline(world.time(), Latency.REAL, random).atMost(MOST_STEPS);
        if (orders.crashBefore() > 0) {
            timeline.crashBefore(orders.crashBefore(), mounted::processDied);
        }
        if (orders.interruptBefore() > 0) {
            timeline.interruptBefore(orders.interruptBefore());
        }
        var state = state(world, mounted);
        var engine = GsiEngine.builder()
                .controlPlane(new FaultyNetwork(world.account(), timeline, orders.faults(), trail::add))
                .state(state)
                .listener(events::add)
                .createTables(true)
                .retryFailed(orders.retryFailed())
                .build();
        @Nullable RunReport report = null;
        try {
            var told = InSimulation.ensure(engine, world.definitions(), timeline, random);
            state.close();
            // A process that was killed tells nobody.
            report = timeline.hasCrashed() ? null : told;
        } catch (StateException dead) {
            assertThat(timeline.hasCrashed())
                    .as("only a dead process can't write")
                    .isTrue();
        } finally {
            // An interruption is answered by leaving the flag set, which must not reach the next process.
            Thread.interrupted();
        }
        return new OurProcess(
                orders, trail, events, report, timeline.steps(), world.time().instant());
    }

    /** The state as a process finds it. */
    static GsiStateManager state(World world, SimulatedDisk.Mounted mounted) {
        return SimulatedStates.manager(
                "history", STATE_DIRECTORY, mounted, () -> new SimulatedWriterTime(world.time(), WRITE));
    }
}
