package dev.ensuregsis.benchmarks.firsttest;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;

/** A class of many tests, each of which wants empty tables, and takes 50 ms itself. */
abstract class ManyTests {
    static final int TESTS = 40;
    static final int MILLIS = 50;

    @RepeatedTest(TESTS)
    void takesAWhile() throws InterruptedException {
        Moments.test(TimeUnit.MILLISECONDS.toNanos(MILLIS));
    }
}
