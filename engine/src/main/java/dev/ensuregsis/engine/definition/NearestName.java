package dev.ensuregsis.engine.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The valid name that a mistyped one was probably meant to be. Pure. */
public final class NearestName {
    private NearestName() {}

    /**
     * The nearest of the valid names, by the number of characters to change, add or leave out; upper and lower case are
     * the same.
     *
     * @param written the name that isn't valid
     * @param valid the valid names; of several that are equally near the first is taken
     * @return the nearest; empty if more than a third of the characters, and more than two, would have to change
     */
    public static Optional<String> of(String written, Collection<String> valid) {
        int near = Math.max(2, written.length() / 3);
        return valid.stream()
                .filter(name -> Math.abs(name.length() - written.length()) <= near && distance(written, name) <= near)
                .min(Comparator.comparingInt(name -> distance(written, name)));
    }

    /** Levenshtein's, without regard to case. */
    private static int distance(String left, String right) {
        var a = left.toLowerCase(Locale.ROOT);
        var b = right.toLowerCase(Locale.ROOT);
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
