package dev.ensuregsis.benchmarks.firsttest;

import org.junit.jupiter.api.Test;

/** A class of one test, which the first of a project or a further one may be. */
abstract class OneTest {
    @Test
    void begins() throws InterruptedException {
        Moments.test(0);
    }
}
