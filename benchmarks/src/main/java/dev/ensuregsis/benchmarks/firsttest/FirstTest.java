package dev.ensuregsis.benchmarks.firsttest;

import dev.ensuregsis.benchmarks.Figure;
import dev.ensuregsis.benchmarks.Fork;
import dev.ensuregsis.benchmarks.Pairs;
import java.io.IOException;
import java.util.List;

/** Point 6: what the annotation costs before a test, against what people write. */
public final class FirstTest {
    private static final int RUNS = 5;
    private static final double GOAL_COLD = 1.10;
    private static final double FURTHER_CLASS_MILLIS = 15;
    private static final double EMPTY_TABLES_MILLIS = 60;

    private FirstTest() {}

    /** Measures. */
    public static List<Figure> measure() throws IOException, InterruptedException {
        var cold = new Pairs("ms");
        var furtherClass = new Pairs("ms");
        var emptyTables = new Pairs("ms");
        for (int run = 0; run < RUNS; run++) {
            var annotated = Fork.figures(TestRun.class, List.of(), List.of("annotated"));
            var byHand = Fork.figures(TestRun.class, List.of(), List.of("by hand"));
            cold.add(annotated.get(0), byHand.get(0));
            furtherClass.add(annotated.get(1), byHand.get(1));
            emptyTables.add(annotated.get(2), byHand.get(2));
        }
        var name = "@EnsureGsis, 5 tables of 4 indexes: ";
        return List.of(
                cold.figure(
                        name + "until the first test of a new JVM",
                        "DynamoDB Local's own starter, and a CreateTable each",
                        GOAL_COLD),
                furtherClass.figure(name + "a further class", "a CreateTable each, which finds the tables there", null),
                furtherClass.within(name + "a further class", FURTHER_CLASS_MILLIS),
                emptyTables.figure(
                        name + "a further test with isolation METHOD", "a DeleteTable and a CreateTable each", null),
                emptyTables.within(name + "a further test with isolation METHOD", EMPTY_TABLES_MILLIS));
    }
}
