package dev.ensuregsis.benchmarks.reading;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.ThreadMXBean;
import dev.ensuregsis.benchmarks.Figure;
import dev.ensuregsis.benchmarks.Pairs;
import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * What it takes to read definitions from a file, beside a parser alone that makes a tree of the same file: Jackson of JSON,
 * SnakeYAML of YAML. CPU time of the reading thread, in a JVM that has read such files before; and what is allocated for
 * ten times the tables.
 */
public final class Reading {
    private static final int TABLES = 1_000;
    private static final int WARM_UP = 20;
    private static final int RUNS = 15;
    private static final double GOAL = 3;
    private static final double GROWTH = 11;
    private static final double NANOS = 1e6;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Reading() {}

    /** Measures. */
    public static List<Figure> measure() throws IOException {
        var figures = new ArrayList<Figure>();
        var folder = Files.createTempDirectory("reading");
        var fewer = Written.inEachFormat(TABLES / 10);
        var all = Written.inEachFormat(TABLES);
        warmUp(folder, all);
        for (int i = 0; i < all.size(); i++) {
            var name = "Reading " + TABLES + " tables of " + Tables.INDEXES + " indexes: "
                    + all.get(i).name();
            figures.add(time(name, folder, all.get(i)));
            figures.add(memory(name, folder, all.get(i), fewer.get(i)));
        }
        for (var large : Written.large()) {
            figures.add(time("Reading " + large.name(), folder, large));
        }
        return figures;
    }

    /** Of all formats before the first is measured: a reader has more to compile than the few loops of a parser. */
    private static void warmUp(Path folder, List<Written> all) throws IOException {
        for (int round = 0; round < WARM_UP; round++) {
            for (var written : all) {
                var file = file(folder, written);
                read(file, written.tables());
                parse(file);
            }
        }
    }

    private static Figure time(String name, Path folder, Written written) throws IOException {
        var file = file(folder, written);
        var millis = new Pairs("ms");
        for (int run = 0; run < RUNS; run++) {
            double ours = millis(() -> read(file, written.tables()));
            double parser = millis(() -> parse(file));
            millis.add(ours, parser);
        }
        return millis.figure(name, isYaml(file) ? "SnakeYAML alone" : "Jackson alone", GOAL);
    }

    private static Figure memory(String name, Path folder, Written written, Written fewer) throws IOException {
        double much = allocated(file(folder, written), written.tables());
        double little = allocated(file(folder, fewer), fewer.tables());
        return new Figure(
                name + ", memory allocated",
                megabytes(much),
                "a tenth of the tables: " + megabytes(little),
                much / little,
                null,
                GROWTH);
    }

    private static Path file(Path folder, Written written) throws IOException {
        return Files.writeString(folder.resolve(written.file()), written.text());
    }

    private static void read(Path file, int tables) {
        int found = DefinitionReader.builder()
                .build()
                .read(List.of(DefinitionSource.file(file)))
                .tables()
                .size();
        if (found != tables) {
            throw new IllegalStateException(file + ": " + found + " tables");
        }
    }

    private static void parse(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            if (isYaml(file)) {
                var options = new LoaderOptions();
                options.setCodePointLimit(Integer.MAX_VALUE);
                new Yaml(options).compose(new InputStreamReader(stream, StandardCharsets.UTF_8));
            } else {
                JsonMapper.builder().build().readTree(stream);
            }
        }
    }

    private static boolean isYaml(Path file) {
        return file.toString().endsWith("ml");
    }

    private static double millis(Work work) throws IOException {
        long begin = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - begin) / NANOS;
    }

    private static double allocated(Path file, int tables) {
        long begin = THREADS.getCurrentThreadAllocatedBytes();
        read(file, tables);
        return THREADS.getCurrentThreadAllocatedBytes() - begin;
    }

    private static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / (1 << 20));
    }

    private interface Work {
        void run() throws IOException;
    }
}
