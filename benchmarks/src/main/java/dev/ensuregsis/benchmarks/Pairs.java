package dev.ensuregsis.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Two measurements taken in turn, again and again, so that a slow moment of the machine meets both. */
public final class Pairs {
    private final String unit;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> others = new ArrayList<>();

    /** Measures in this unit. */
    public Pairs(String unit) {
        this.unit = unit;
    }

    /** Adds two that were measured one after the other. */
    public synchronized void add(double our, double other) {
        ours.add(our);
        others.add(other);
    }

    /** How many there are. */
    public int size() {
        return ours.size();
    }

    /** The row: medians of both, the median ratio of a pair, and the lowest and highest. */
    public Figure figure(String what, String against, @Nullable Double goal) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / others.get(i));
        }
        return new Figure(
                what,
                amount(median(ours)),
                against + ": " + amount(median(others)),
                median(ratios),
                spread(ratios),
                goal);
    }

    /** Ours alone, against the most that it may be. */
    public Figure within(String what, double allowance) {
        var ratios = ours.stream().map(our -> our / allowance).toList();
        return new Figure(
                what, amount(median(ours)), "allowed: " + amount(allowance), median(ratios), spread(ratios), 1.0);
    }

    /** By how much ours is over the other, against the most that it may be. */
    public Figure moreWithin(String what, String against, double allowance) {
        var more = new ArrayList<Double>();
        for (int i = 0; i < ours.size(); i++) {
            more.add(ours.get(i) - others.get(i));
        }
        var ratios = more.stream().map(difference -> difference / allowance).toList();
        return new Figure(
                what,
                amount(median(ours)) + ", " + amount(median(more)) + " more",
                against + ": " + amount(median(others)) + "; allowed: " + amount(allowance) + " more",
                median(ratios),
                spread(ratios),
                1.0);
    }

    /** The middle one. */
    public static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private String amount(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f %s" : "%.0f %s", value, unit);
    }

    private static String spread(List<Double> ratios) {
        var sorted = ratios.stream().sorted().toList();
        return String.format(
                Locale.ROOT, "%.2f to %.2f (%d runs)", sorted.get(0), sorted.get(sorted.size() - 1), sorted.size());
    }
}
