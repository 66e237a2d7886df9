package dev.ensuregsis.benchmarks.firsttest;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.ensuregsis.benchmarks.Pairs;
import dev.ensuregsis.benchmarks.firsttest.Moments.Moment;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongBiFunction;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * A project's tests in a JVM of its own. Prints milliseconds: until the first test began; where there are more, what a further
 * class took, how long a further test that wants empty tables was waited for, and what CPU time it took.
 */
public final class TestRun {
    private static final double NANOS_PER_MILLI = 1e6;

    private TestRun() {}

    /** Takes which classes: {@code annotated}, {@code by hand} or {@code plain}. */
    public static void main(String[] args) {
        var classes = classes(args[0]);
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(classes.stream().map(type -> selectClass(type)).toList())
                .build();
        var summary = new SummaryGeneratingListener();
        long begin = System.nanoTime();
        LauncherFactory.create().execute(request, summary);
        summary.getSummary().printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        System.out.println();
        System.out.println(figures(classes, Moments.all(), begin));
        // DynamoDB Local started by hand would keep the JVM alive.
        System.exit(0);
    }

    private static List<Class<?>> classes(String which) {
        return switch (which) {
            case "annotated" -> Annotated.CLASSES;
            case "by hand" -> ByHand.CLASSES;
            case "plain" -> Plain.CLASSES;
            default -> throw new IllegalArgumentException(which);
        };
    }

    private static String figures(List<Class<?>> classes, List<Moment> moments, long begin) {
        var first = (moments.get(0).began() - begin) / NANOS_PER_MILLI;
        if (classes.size() == 1) {
            return String.format(Locale.ROOT, "%f", first);
        }
        int single = classes.size() - 1;
        if (moments.size() != single + ManyTests.TESTS) {
            throw new IllegalStateException("not every test has run");
        }
        var warm = moments.subList(moments.size() - ManyTests.TESTS / 2, moments.size());
        return String.format(
                Locale.ROOT,
                "%f %f %f %f",
                first,
                median(moments.subList(0, single), (earlier, later) -> later.began() - earlier.began()),
                median(warm, (earlier, later) -> later.began() - earlier.ended()),
                median(warm, (earlier, later) -> later.cpu() - earlier.cpu()));
    }

    private static double median(List<Moment> moments, ToLongBiFunction<Moment, Moment> step) {
        var steps = new ArrayList<Double>();
        for (int i = 1; i < moments.size(); i++) {
            steps.add(step.applyAsLong(moments.get(i - 1), moments.get(i)) / NANOS_PER_MILLI);
        }
        return Pairs.median(steps);
    }
}
