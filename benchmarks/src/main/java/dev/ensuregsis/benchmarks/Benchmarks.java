package dev.ensuregsis.benchmarks;

import dev.ensuregsis.benchmarks.local.ExistingTables;
import dev.ensuregsis.benchmarks.local.InPlace;
import dev.ensuregsis.benchmarks.local.NewTables;
import dev.ensuregsis.benchmarks.scale.Scale;
import dev.ensuregsis.benchmarks.simulated.SimulatedDeployments;
import java.nio.file.Path;

/** Runs every benchmark and writes the results. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Takes the file to write. */
    public static void main(String[] args) throws Exception {
        var results = new Results();
        NewTables.measure().forEach(results::add);
        ExistingTables.measure().forEach(results::add);
        InPlace.measure().forEach(results::add);
        SimulatedDeployments.measure().forEach(results::add);
        Scale.measure().forEach(results::add);
        results.write(Path.of(args[0]));
    }
}
