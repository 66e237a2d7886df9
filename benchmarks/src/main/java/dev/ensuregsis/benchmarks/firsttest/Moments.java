package dev.ensuregsis.benchmarks.firsttest;

import java.util.ArrayList;
import java.util.List;

/** When each test of this JVM began. */
final class Moments {
    private static final List<Long> BEGINNINGS = new ArrayList<>();

    private Moments() {}

    /** For a test to say first. */
    static void begins() {
        BEGINNINGS.add(System.nanoTime());
    }

    static List<Long> all() {
        return BEGINNINGS;
    }
}
