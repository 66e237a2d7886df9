package dev.ensuregsis.benchmarks.scale;

import dev.ensuregsis.benchmarks.simulated.Deployment;
import dev.ensuregsis.benchmarks.simulated.PollingTool;
import dev.ensuregsis.benchmarks.simulated.WaitingRule;
import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.InSimulation;
import dev.ensuregsis.engine.internal.state.SimulatedStates;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.FaultPlan;
import dev.ensuregsis.engine.simulation.FaultyNetwork;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.ControlPlane;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.SplittableRandom;

/**
 * One run over many empty tables in a JVM of its own, on simulated time: by the real loop with the real state file, or by a
 * bare loop that keeps nothing. Prints CPU seconds, bytes of heap held at most, seconds it took, and seconds spent on the
 * state file. The simulated account is in all of these but the last.
 */
public final class ScaleRun {
    static final String ENGINE = "engine";
    static final String BARE = "bare";
    private static final double NANOS = 1e9;

    private ScaleRun() {}

    /** Takes who is to do it, the number of tables, and of indexes of each. */
    public static void main(String[] args) throws Exception {
        var held = HeldHeap.watch();
        var deployment = Deployment.ofEmptyTables(Integer.parseInt(args[1]), Integer.parseInt(args[2]), 1);
        var time = new VirtualTime();
        var account = deployment.account(time, AccountRules.REAL.withRates(100, 2_500));
        var timeline = new SimulatedTimeline(time, Latency.REAL, new SplittableRandom(1));
        var network = new FaultyNetwork(account, timeline, FaultPlan.NONE, call -> {});
        var disk = new TimedDisk();
        long begin = System.nanoTime();
        boolean finished = args[0].equals(ENGINE)
                ? engine(deployment, network, timeline, disk)
                : new PollingTool(WaitingRule.OF_THE_ENGINE, network, timeline, deployment.definitions()).run() == 0;
        if (!finished) {
            throw new IllegalStateException("the run over " + args[1] + " tables did not succeed");
        }
        double took = (System.nanoTime() - begin) / NANOS;
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println(
                system.getProcessCpuTime() / NANOS + " " + held.most() + " " + took + " " + disk.nanos() / NANOS);
    }

    private static boolean engine(
            Deployment deployment, ControlPlane network, SimulatedTimeline timeline, TimedDisk disk)
            throws IOException {
        try (var state = SimulatedStates.manager("scale", Files.createTempDirectory("scale"), disk)) {
            var engine = GsiEngine.builder().controlPlane(network).state(state).build();
            return InSimulation.ensure(engine, deployment.definitions(), timeline, new SplittableRandom(1))
                    .isSuccessful();
        }
    }
}
