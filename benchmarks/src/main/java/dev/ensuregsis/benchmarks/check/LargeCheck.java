package dev.ensuregsis.benchmarks.check;

import dev.ensuregsis.engine.InSimulation;
import dev.ensuregsis.engine.ItemCheck;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedItems;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.VirtualTime;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.SplittableRandom;

/** A check of ten million items of 100 bytes, in a JVM of its own and simulated time. Prints its peak heap in bytes. */
public final class LargeCheck {
    private static final long ITEMS = 10_000_000;
    private static final int ITEM_BYTES = 100;

    private LargeCheck() {}

    /** Takes nothing. */
    public static void main(String[] args) throws InterruptedException {
        var items = new SimulatedItems(Checked.TABLE, ITEMS, ITEM_BYTES, Checked::attributes);
        var random = new SplittableRandom(1);
        var timeline = new SimulatedTimeline(new VirtualTime(), Latency.REAL, random);
        var report = InSimulation.check(ItemCheck.of(items).build(), Checked.definitions(), timeline, random);
        if (report.misfits() != Checked.misfitsOf(ITEMS)) {
            throw new IllegalStateException("wrong counts: " + report);
        }
        System.out.println(ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum());
    }
}
