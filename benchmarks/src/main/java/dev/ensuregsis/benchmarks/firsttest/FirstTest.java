package dev.ensuregsis.benchmarks.firsttest;

import dev.ensuregsis.benchmarks.Figure;
import dev.ensuregsis.benchmarks.Fork;
import dev.ensuregsis.benchmarks.Pairs;
import java.io.IOException;
import java.util.List;

/** What the annotation costs before a test, against what people write; and what it costs those who don't use it. */
public final class FirstTest {
    private static final int RUNS = 9;

    /** What is looked for is a hundredth of what is measured: only the median of many shows it. */
    private static final int RUNS_OF_PLAIN = 61;

    private static final double GOAL_COLD = 0.65;
    private static final double FURTHER_CLASS_MILLIS = 4;
    private static final double EMPTY_TABLES_MILLIS = 15;
    private static final double PLAIN_MILLIS = 5;

    /** What docs/performance.md advises for the JVMs of tests. */
    private static final List<String> ADVISED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final String NAME = "@EnsureGsis, 5 tables of 4 indexes: ";
    private static final String OWN_STARTER = "DynamoDB Local's own starter, and a CreateTable each";

    private FirstTest() {}

    /** Measures. */
    public static List<Figure> measure() throws IOException, InterruptedException {
        var cold = new Pairs("ms");
        var advised = new Pairs("ms");
        var withAndWithoutAdvice = new Pairs("ms");
        var furtherClass = new Pairs("ms");
        var emptyTables = new Pairs("ms");
        var emptyTablesCpu = new Pairs("ms of CPU");
        for (int run = 0; run < RUNS; run++) {
            var annotated = Fork.figures(TestRun.class, List.of(), List.of("annotated"));
            var byHand = Fork.figures(TestRun.class, List.of(), List.of("by hand"));
            var annotatedAsAdvised = Fork.figures(TestRun.class, ADVISED, List.of("annotated"));
            advised.add(
                    annotatedAsAdvised.get(0),
                    Fork.figures(TestRun.class, ADVISED, List.of("by hand")).get(0));
            cold.add(annotated.get(0), byHand.get(0));
            withAndWithoutAdvice.add(annotatedAsAdvised.get(0), annotated.get(0));
            furtherClass.add(annotated.get(1), byHand.get(1));
            emptyTables.add(annotated.get(2), byHand.get(2));
            emptyTablesCpu.add(annotated.get(3), byHand.get(3));
        }
        return List.of(
                cold.figure(NAME + "until the first test of a new JVM", OWN_STARTER, GOAL_COLD),
                advised.figure(NAME + "the same with the advised JVM options", OWN_STARTER + ", with them", GOAL_COLD),
                withAndWithoutAdvice.figure(NAME + "with the advised JVM options", "without them", null),
                furtherClass.figure(NAME + "a further class", "a CreateTable each, which finds the tables there", null),
                furtherClass.within(NAME + "a further class", FURTHER_CLASS_MILLIS),
                emptyTables.figure(
                        NAME + "waiting for a further test of 50 ms, isolation METHOD",
                        "a DeleteTable and a CreateTable each",
                        null),
                emptyTables.within(NAME + "waiting for a further test of 50 ms, isolation METHOD", EMPTY_TABLES_MILLIS),
                emptyTablesCpu.figure(
                        NAME + "a further test with isolation METHOD", "a DeleteTable and a CreateTable each", null),
                plain().moreWithin(
                                "A test class without the annotation, the artifact on its class path",
                                "without it",
                                PLAIN_MILLIS));
    }

    private static Pairs plain() throws IOException, InterruptedException {
        var plain = new Pairs("ms");
        for (int run = 0; run < RUNS_OF_PLAIN; run++) {
            plain.add(
                    Fork.figures(TestRun.class, List.of(), List.of("plain")).get(0),
                    Fork.figuresWithout("ensure-gsis-junit", TestRun.class, List.of("plain"))
                            .get(0));
        }
        return plain;
    }
}
