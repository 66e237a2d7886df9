package dev.ensuregsis.benchmarks.firsttest;

import org.junit.jupiter.api.RepeatedTest;

/** A class of many tests, each of which wants empty tables. */
abstract class ManyTests {
    static final int TESTS = 40;

    @RepeatedTest(TESTS)
    void begins() {
        Moments.begins();
    }
}
