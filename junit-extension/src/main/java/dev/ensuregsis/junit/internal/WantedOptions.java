package dev.ensuregsis.junit.internal;

import dev.ensuregsis.local.DatabaseOptions;
import dev.ensuregsis.local.Strict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a class or method wants its database to show of AWS.
 *
 * @param database the options of a database of its own
 * @param ofTheBuild those of the database that all share
 * @param askedFor what was asked for here, by name: only an embedded server has it
 * @param takesIndexLag whether a test has its hand on the lag
 */
record WantedOptions(
        DatabaseOptions database, DatabaseOptions ofTheBuild, List<String> askedFor, boolean takesIndexLag) {

    /**
     * Decides.
     *
     * @param declarations what is declared, the outermost first; the last that says something wins
     * @param ofTheBuild what the build says
     * @param takesIndexLag whether an IndexLag is to be injected
     * @throws IllegalArgumentException if what is declared can't be
     */
    static WantedOptions of(List<Declaration> declarations, DatabaseOptions ofTheBuild, boolean takesIndexLag) {
        var askedFor = new ArrayList<String>();
        var strict = ofTheBuild.strict();
        var indexLag = ofTheBuild.indexLag();
        for (var declaration : declarations) {
            var options = declaration.options();
            if (!options.strict().isEmpty()) {
                strict = one(options.strict());
                askedFor.add("strict");
            }
            if (options.indexLag() != null) {
                indexLag = lag("indexLag", options.indexLag());
                askedFor.add("indexLag");
            }
        }
        if (takesIndexLag) {
            indexLag = Objects.requireNonNullElse(indexLag, Duration.ZERO);
            askedFor.add("an IndexLag");
        }
        return new WantedOptions(
                new DatabaseOptions(strict, indexLag),
                ofTheBuild,
                askedFor.stream().distinct().toList(),
                takesIndexLag);
    }

    private static Strict one(List<Strict> strict) {
        if (strict.size() > 1) {
            throw new IllegalArgumentException(
                    "strict is " + strict + ", and a database is strict in one way: write one");
        }
        return strict.get(0);
    }

    /** A lag; null for none, which is what zero is as long as nobody has a hand on it. */
    static @Nullable Duration lag(String name, String text) {
        var lag = TimeText.read(text)
                .orElseThrow(() ->
                        new IllegalArgumentException(name + " is \"" + text + "\", and may be " + TimeText.EXAMPLES));
        return lag.isZero() ? null : lag;
    }

    /** Whether the database that all share isn't one. */
    boolean needOwnDatabase() {
        return takesIndexLag || !database.equals(ofTheBuild);
    }

    /** Why not. */
    String whyNotShared() {
        var reason = takesIndexLag
                ? "an IndexLag is taken, by which one test would stop the indexes of all others"
                : "what is asked for here (" + String.join(", ", askedFor) + ") is not what the build says";
        return "isolation SHARED is one database for the whole test run, strict and lagging as the JUnit configuration"
                + " parameters gsi.strict and gsi.indexLag say, and " + reason
                + ": leave the isolation out, or write CLASS or METHOD";
    }
}
