package dev.ensuregsis.benchmarks.scale;

import dev.ensuregsis.benchmarks.Figure;
import dev.ensuregsis.benchmarks.Fork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Point 4: 500, 5,000 and 50,000 indexes, each in a JVM of its own whose heap is the goal's. */
public final class Scale {
    private static final long HEAP = 256L << 20;
    private static final double STATE_SHARE = 0.05;
    private static final double GROWTH = 12;

    private Scale() {}

    /** Measures. */
    public static List<Figure> measure() throws IOException, InterruptedException {
        var figures = new ArrayList<Figure>();
        double smaller = 0;
        for (int tables : new int[] {25, 250, 2_500}) {
            var run = run(tables);
            var name = "Scale, simulated: " + tables + " tables of 20 indexes";
            if (smaller > 0) {
                figures.add(new Figure(
                        name + ", CPU time",
                        seconds(run.cpu()),
                        "a tenth of the tables: " + seconds(smaller),
                        run.cpu() / smaller,
                        null,
                        GROWTH));
            }
            smaller = run.cpu();
            figures.add(new Figure(
                    name + ", peak heap", megabytes(run.heap()), megabytes(HEAP), run.heap() / HEAP, null, 1.0));
            figures.add(new Figure(
                    name + ", time spent writing the state",
                    seconds(run.state()),
                    "a twentieth of the run: " + seconds(run.took() * STATE_SHARE),
                    run.state() / (run.took() * STATE_SHARE),
                    null,
                    1.0));
        }
        return figures;
    }

    private static Run run(int tables) throws IOException, InterruptedException {
        var figures = Fork.figures(
                ScaleRun.class, List.of("-Xmx" + HEAP, "-XX:+UseSerialGC"), List.of(Integer.toString(tables)));
        return new Run(figures.get(0), figures.get(1), figures.get(2), figures.get(3));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / (1 << 20));
    }

    private record Run(double cpu, double heap, double took, double state) {}
}
