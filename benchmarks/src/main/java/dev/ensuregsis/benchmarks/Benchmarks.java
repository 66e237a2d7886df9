package dev.ensuregsis.benchmarks;

import dev.ensuregsis.benchmarks.check.CheckOfItems;
import dev.ensuregsis.benchmarks.firsttest.FirstTest;
import dev.ensuregsis.benchmarks.local.ExistingTables;
import dev.ensuregsis.benchmarks.local.InPlace;
import dev.ensuregsis.benchmarks.local.NewTables;
import dev.ensuregsis.benchmarks.plugin.PluginStart;
import dev.ensuregsis.benchmarks.plugin.ServerStart;
import dev.ensuregsis.benchmarks.reading.Reading;
import dev.ensuregsis.benchmarks.scale.Scale;
import dev.ensuregsis.benchmarks.simulated.SimulatedDeployments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs every benchmark, or those that are named, and writes the results. */
public final class Benchmarks {
    private static final Map<String, Measure> ALL = all();

    private Benchmarks() {}

    /** Takes the file to write, and the names of the benchmarks to run; none means all. */
    public static void main(String[] args) throws Exception {
        var chosen = List.of(args).subList(1, args.length);
        var results = new Results();
        for (var benchmark : ALL.entrySet()) {
            if (chosen.isEmpty() || chosen.contains(benchmark.getKey())) {
                long begin = System.nanoTime();
                benchmark.getValue().measure().forEach(results::add);
                System.out.println(benchmark.getKey() + " took "
                        + Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s");
            }
        }
        results.write(Path.of(args[0]));
    }

    private static Map<String, Measure> all() {
        var all = new LinkedHashMap<String, Measure>();
        all.put("new-tables", NewTables::measure);
        all.put("existing-tables", ExistingTables::measure);
        all.put("in-place", InPlace::measure);
        all.put("simulated", SimulatedDeployments::measure);
        all.put("scale", Scale::measure);
        all.put("reading", Reading::measure);
        all.put("check", CheckOfItems::measure);
        all.put("first-test", FirstTest::measure);
        all.put("plugin-start", PluginStart::measure);
        all.put("server-start", ServerStart::measure);
        return all;
    }

    /** One benchmark. */
    @FunctionalInterface
    private interface Measure {
        List<Figure> measure() throws Exception;
    }
}
