package dev.ensuregsis.benchmarks.firsttest;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.ensuregsis.benchmarks.Pairs;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * A project's tests in a JVM of its own. Prints milliseconds: until the first test began, what a further class took, and
 * what a further test took that wants empty tables.
 */
public final class TestRun {
    private static final double NANOS_PER_MILLI = 1e6;

    private TestRun() {}

    /** Takes which classes: {@code annotated} or {@code by hand}. */
    public static void main(String[] args) {
        var classes = args[0].equals("annotated") ? Annotated.CLASSES : ByHand.CLASSES;
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(classes.stream().map(type -> selectClass(type)).toList())
                .build();
        var summary = new SummaryGeneratingListener();
        long begin = System.nanoTime();
        LauncherFactory.create().execute(request, summary);
        summary.getSummary().printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        int single = classes.size() - 1;
        var moments = Moments.all();
        if (moments.size() != single + ManyTests.TESTS) {
            throw new IllegalStateException("not every test has run");
        }
        System.out.println();
        System.out.println(String.format(
                Locale.ROOT,
                "%f %f %f",
                (moments.get(0) - begin) / NANOS_PER_MILLI,
                Pairs.median(steps(moments.subList(0, single))),
                Pairs.median(steps(moments.subList(moments.size() - ManyTests.TESTS / 2, moments.size())))));
        // DynamoDB Local started by hand would keep the JVM alive.
        System.exit(0);
    }

    private static List<Double> steps(List<Long> moments) {
        var steps = new ArrayList<Double>();
        for (int i = 1; i < moments.size(); i++) {
            steps.add((moments.get(i) - moments.get(i - 1)) / NANOS_PER_MILLI);
        }
        return steps;
    }
}
