package dev.ensuregsis.benchmarks.firsttest;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** When each test of this JVM began and ended, and what CPU time the JVM had taken by then. */
final class Moments {
    private static final List<Moment> ALL = new ArrayList<>();

    private Moments() {}

    /**
     * One test.
     *
     * @param began when it began, in nanoseconds of the JVM's clock
     * @param ended when it ended
     * @param cpu the CPU time of the JVM, in nanoseconds, when it began
     */
    record Moment(long began, long ended, long cpu) {}

    /** For a test to do: it takes this long and does nothing. The sleep is what is measured beside, not a wait for something. */
    static void test(long nanos) throws InterruptedException {
        long began = System.nanoTime();
        long cpu = cpu();
        for (long rest = nanos; rest > 0; rest = began + nanos - System.nanoTime()) {
            Thread.sleep(rest / 1_000_000, (int) (rest % 1_000_000));
        }
        ALL.add(new Moment(began, System.nanoTime(), cpu));
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    static List<Moment> all() {
        return ALL;
    }
}
