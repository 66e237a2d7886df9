package dev.ensuregsis.benchmarks;

import dev.ensuregsis.benchmarks.simulated.SimulatedDeployments;

/** Runs every benchmark and writes the results. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        System.out.println(SimulatedDeployments.measure() + args[0]);
    }
}
