package dev.ensuregsis.benchmarks.scale;

import dev.ensuregsis.benchmarks.simulated.Deployment;
import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.InSimulation;
import dev.ensuregsis.engine.internal.state.SimulatedStates;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.FaultPlan;
import dev.ensuregsis.engine.simulation.FaultyNetwork;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.VirtualTime;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.util.SplittableRandom;

/**
 * One run over many tables in a JVM of its own: the real loop and the real state file, on simulated time. Prints CPU
 * seconds, peak heap in bytes, seconds it took, and seconds spent on the state file. The simulated account is in all of
 * these.
 */
public final class ScaleRun {
    private static final double NANOS = 1e9;
    private static final int INDEXES = 20;

    private ScaleRun() {}

    /** Takes the number of tables. */
    public static void main(String[] args) throws Exception {
        var deployment = Deployment.ofEmptyTables(Integer.parseInt(args[0]), INDEXES, 1);
        var time = new VirtualTime();
        var account = deployment.account(time, AccountRules.REAL.withRates(100, 2_500));
        var random = new SplittableRandom(1);
        var timeline = new SimulatedTimeline(time, Latency.REAL, random);
        var disk = new TimedDisk();
        var directory = Files.createTempDirectory("scale");
        long begin = System.nanoTime();
        try (var state = SimulatedStates.manager("scale", directory, disk)) {
            var engine = GsiEngine.builder()
                    .controlPlane(new FaultyNetwork(account, timeline, FaultPlan.NONE, call -> {}))
                    .state(state)
                    .build();
            var report = InSimulation.ensure(engine, deployment.definitions(), timeline, random);
            if (!report.isSuccessful()) {
                throw new IllegalStateException("the run over " + args[0] + " tables did not succeed");
            }
        }
        double took = (System.nanoTime() - begin) / NANOS;
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.println(system.getProcessCpuTime() / NANOS + " " + peak + " " + took + " " + disk.nanos() / NANOS);
    }
}
