package dev.ensuregsis.benchmarks.scale;

import dev.ensuregsis.benchmarks.Figure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
                    name + ", peak heap",
                    megabytes(run.heap()),
                    megabytes(HEAP),
                    run.heap() / HEAP,
                    null,
                    1.0));
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
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-XX:+UseSerialGC",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        ScaleRun.class.getName(),
                        Integer.toString(tables))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the run over " + tables + " tables failed: " + said);
        }
        var figures = Arrays.stream(said.trim().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Run(figures[0], figures[1], figures[2], figures[3]);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / (1 << 20));
    }

    private record Run(double cpu, double heap, double took, double state) {}
}
