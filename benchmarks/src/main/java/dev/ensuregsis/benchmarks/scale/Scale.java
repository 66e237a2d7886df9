package dev.ensuregsis.benchmarks.scale;

import dev.ensuregsis.benchmarks.Figure;
import dev.ensuregsis.benchmarks.Fork;
import dev.ensuregsis.benchmarks.Pairs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * 500, 5,000 and 50,000 indexes, each run in a JVM of its own whose heap is the goal's, and each beside the same
 * simulation without the engine: what a bare loop takes is the simulation's.
 */
public final class Scale {
    private static final int INDEXES = 20;
    private static final int RUNS = 3;
    private static final long HEAP = 128L << 20;
    private static final double STATE_SHARE = 0.05;
    private static final double GROWTH = 11;
    private static final double SECONDS_PER_INDEX = 0.001;

    private Scale() {}

    /** Measures. */
    public static List<Figure> measure() throws IOException, InterruptedException {
        var figures = new ArrayList<Figure>();
        List<Pair> smaller = List.of();
        for (int tables : new int[] {25, 250, 2_500}) {
            var pairs = new ArrayList<Pair>();
            for (int run = 0; run < RUNS; run++) {
                pairs.add(new Pair(run(tables, ScaleRun.ENGINE), run(tables, ScaleRun.BARE)));
            }
            var name = "Scale, simulated: " + tables + " tables of " + INDEXES + " indexes";
            if (!smaller.isEmpty()) {
                figures.add(growth(name, pairs, smaller));
            }
            figures.add(state(name, pairs));
            smaller = pairs;
            if (tables == 2_500) {
                figures.add(cpu(name, pairs, tables * INDEXES));
                figures.add(heap(name, pairs));
            }
        }
        return figures;
    }

    private static Figure cpu(String name, List<Pair> pairs, int indexes) {
        var seconds = new Pairs("s");
        pairs.forEach(pair -> seconds.add(pair.engine.cpu, pair.bare.cpu));
        return seconds.moreWithin(
                name + ", CPU time with the engine", "a bare loop on the same simulation", indexes * SECONDS_PER_INDEX);
    }

    private static Figure growth(String name, List<Pair> pairs, List<Pair> smaller) {
        var seconds = new Pairs("s");
        for (int run = 0; run < RUNS; run++) {
            seconds.add(pairs.get(run).engineAlone(), smaller.get(run).engineAlone());
        }
        return seconds.figure(name + ", CPU time of the engine alone", "a tenth of the tables", GROWTH);
    }

    private static Figure heap(String name, List<Pair> pairs) {
        double most = Pairs.median(pairs.stream().map(pair -> pair.engine.heap).toList());
        double simulation =
                Pairs.median(pairs.stream().map(pair -> pair.bare.heap).toList());
        return new Figure(
                name + ", heap that outlasts a collection, at its highest",
                megabytes(most) + ", of it " + megabytes(simulation) + " without the engine",
                "the whole heap of the JVM: " + megabytes(HEAP),
                most / HEAP,
                null,
                1.0);
    }

    private static Figure state(String name, List<Pair> pairs) {
        var seconds = new Pairs("s");
        pairs.forEach(pair -> seconds.add(pair.engine.state, pair.engine.took * STATE_SHARE));
        return seconds.figure(name + ", time spent writing the state", "a twentieth of the run", 1.0);
    }

    private static Run run(int tables, String driver) throws IOException, InterruptedException {
        var figures = Fork.figures(
                ScaleRun.class,
                List.of("-Xmx" + HEAP, "-XX:+UseSerialGC"),
                List.of(driver, Integer.toString(tables), Integer.toString(INDEXES)));
        return new Run(figures.get(0), figures.get(1), figures.get(2), figures.get(3));
    }

    private static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / (1 << 20));
    }

    private record Pair(Run engine, Run bare) {
        double engineAlone() {
            return engine.cpu - bare.cpu;
        }
    }

    private record Run(double cpu, double heap, double took, double state) {}
}
