package dev.ensuregsis.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ratios of the same measurement, repeated. */
public final class Repeated {
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> others = new ArrayList<>();

    /** Adds a pair that was measured side by side. */
    public void add(double our, double other) {
        ours.add(our);
        others.add(other);
    }

    /** The row: medians of both, the ratio of the medians, and the lowest and highest ratio of a pair. */
    public Figure figure(String what, String unit, String against, double goal) {
        double our = median(ours);
        double other = median(others);
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / others.get(i));
        }
        ratios.sort(null);
        return new Figure(
                what,
                text(our) + " " + unit,
                against + ": " + text(other) + " " + unit,
                our / other,
                text(ratios.get(0)) + " to " + text(ratios.get(ratios.size() - 1)) + " (" + ratios.size() + " runs)",
                goal);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
