package dev.ensuregsis.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.InSimulation;
import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.history.OurProcess.Orders;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One JVM of ours: an engine with its state, for one run or several, with plans between them. */
final class OurJvm implements AutoCloseable {
    static final Path STATE_DIRECTORY = Path.of("/state");

    /** How long a write of the state file takes; so the file is at most some thirty of these behind. */
    static final Duration WRITE = Duration.ofMillis(2);

    private static final int MOST_STEPS = 200_000;

    private final World world;
    private final RandomGenerator random;
    private final SimulatedDisk.Mounted mounted;
    private final GsiStateManager state;
    private final GsiEngine engine;
    private final SwitchedNetwork network;
    private final boolean retryFailed;
    private List<GsiEvent> events = new ArrayList<>();
    private boolean crashed;

    OurJvm(World world, SimulatedDisk disk, boolean retryFailed, Listening listening, RandomGenerator random) {
        this.world = world;
        this.random = random;
        this.mounted = disk.mount();
        this.state = state(world, mounted);
        this.network = new SwitchedNetwork(world.account());
        this.retryFailed = retryFailed;
        this.engine = GsiEngine.builder()
                .controlPlane(network)
                .state(state)
                .listener(event -> {
                    events.add(event);
                    listening.hear(random);
                })
                .createTables(true)
                .retryFailed(retryFailed)
                .build();
    }

    /** The state as a process finds it. */
    static GsiStateManager state(World world, SimulatedDisk.Mounted mounted) {
        return SimulatedStates.manager(
                "history", STATE_DIRECTORY, mounted, () -> new SimulatedWriterTime(world.time(), WRITE));
    }

    OurProcess run(Orders orders) {
        var trail = new ArrayList<CallRecord>();
        events = new ArrayList<>();
        var timeline = timeline();
        if (orders.crashBefore() > 0) {
            timeline.crashBefore(orders.crashBefore(), mounted::processDied);
        }
        if (orders.interruptBefore() > 0) {
            timeline.interruptBefore(orders.interruptBefore());
        }
        var own = new FaultyNetwork(world.account(), timeline, orders.faults(), trail::add);
        @Nullable RunReport report = null;
        try {
            var told = InSimulation.ensure(engine, world.definitions(), network.of(own, timeline), random);
            crashed = timeline.hasCrashed();
            // A process that was killed tells nobody.
            report = crashed ? null : told;
        } finally {
            // An interruption is answered by leaving the flag set, which must not reach the next run.
            Thread.interrupted();
        }
        return new OurProcess(
                retryFailed,
                trail,
                events,
                report,
                timeline.steps(),
                world.time().instant());
    }

    /** Empty if DynamoDB could not be asked. */
    Optional<Plan> plan(FaultPlan faults) {
        var timeline = timeline();
        var own = new FaultyNetwork(world.account(), timeline, faults, call -> {});
        try {
            return Optional.of(InSimulation.plan(engine, world.definitions(), network.of(own, timeline), random));
        } catch (CouldNotLookException unasked) {
            return Optional.empty();
        }
    }

    private SimulatedTimeline timeline() {
        return new SimulatedTimeline(world.time(), Latency.REAL, random).atMost(MOST_STEPS);
    }

    boolean hasCrashed() {
        return crashed;
    }

    @Override
    public void close() {
        try {
            state.close();
        } catch (StateException dead) {
            assertThat(crashed).as("only a dead process can't write").isTrue();
        }
    }
}
