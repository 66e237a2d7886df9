package dev.ensuregsis.maven.internal.option;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text that users give to properties. Maven's own conversion takes {@code yes} for {@code false} and stops at
 * the first fault; here a bad value is refused by name, with what is allowed, and all of them in one go.
 */
public final class OptionReader {
    private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern UNSET = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    private final Map<String, String> given;
    private final Set<String> faults = new LinkedHashSet<>();

    /**
     * A reader without faults.
     *
     * @param given what the user gave, by the property's name
     */
    public OptionReader(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    /**
     * A reader of the same, to which nothing was refused yet.
     *
     * @return the reader
     */
    public OptionReader again() {
        return new OptionReader(given);
    }

    /**
     * The names of what was given.
     *
     * @param prefix how they begin
     * @return the properties' names
     */
    List<String> names(String prefix) {
        return given.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    /**
     * Any text.
     *
     * @param property the property's name
     * @return the text, trimmed; null if nothing was given, or it is refused, being empty
     */
    public @Nullable String text(String property) {
        var text = given.get(property);
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            refuseEmpty(property);
            return null;
        }
        if (UNSET.matcher(text).find()) {
            refuse(property, "a value: nothing sets the variable");
            return null;
        }
        return text.trim();
    }

    /**
     * Any text, or none: empty means the same as not given.
     *
     * @param property the property's name
     * @return the text, trimmed; empty if nothing was given
     */
    public String textOrNone(String property) {
        return given.getOrDefault(property, "").isBlank() ? "" : String.valueOf(text(property));
    }

    /**
     * True or false, in any case.
     *
     * @param property the property's name
     * @param otherwise what it is if nothing was given
     * @return the value; false if it is refused
     */
    public boolean flag(String property, boolean otherwise) {
        var text = text(property);
        if (text == null) {
            return otherwise;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                refuse(property, "true or false");
                yield false;
            }
        };
    }

    /**
     * A positive time span: {@code 90m}, {@code 2h}, {@code 30s}, or ISO 8601 like {@code PT1H30M}. However long.
     *
     * @param property the property's name
     * @return the duration; null if nothing was given, or it is refused
     */
    public @Nullable Duration duration(String property) {
        var text = text(property);
        if (text == null) {
            return null;
        }
        var duration = TimeSpan.parse(text);
        if (duration == null || duration.isNegative() || duration.isZero()) {
            refuse(property, "a time span like 30s, 90m, 2h or PT1H30M, longer than nothing");
            return null;
        }
        return duration;
    }

    /**
     * A time span as {@link #duration} reads it, or {@code 0}.
     *
     * @param property the property's name
     * @return the duration; zero if nothing was given, or it is refused
     */
    public Duration durationOrZero(String property) {
        var text = text(property);
        if (text == null || text.equals("0")) {
            return Duration.ZERO;
        }
        var duration = TimeSpan.parse(text);
        if (duration == null || duration.isNegative()) {
            refuse(property, "a time span like 30s, 90m, 2h or PT1H30M, or 0");
            return Duration.ZERO;
        }
        return duration;
    }

    /**
     * A whole number of at least one.
     *
     * @param property the property's name
     * @return the number; null if nothing was given, or it is refused
     */
    public @Nullable Integer count(String property) {
        var text = text(property);
        if (text == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like a number that is too small.
        }
        refuse(property, "a whole number from 1");
        return null;
    }

    /**
     * An AWS account.
     *
     * @param property the property's name
     * @return 12 digits; null if nothing was given, or it is refused
     */
    public @Nullable String account(String property) {
        return matching(property, ACCOUNT, "the 12 digits of an AWS account");
    }

    /**
     * An AWS region.
     *
     * @param property the property's name
     * @return its name; null if nothing was given, or it is refused
     */
    public @Nullable String region(String property) {
        return matching(property, REGION, "the name of a region like eu-central-1");
    }

    private @Nullable String matching(String property, Pattern form, String allowed) {
        var text = text(property);
        if (text == null || form.matcher(text).matches()) {
            return text;
        }
        refuse(property, allowed);
        return null;
    }

    /**
     * Comma-separated values.
     *
     * @param property the property's name
     * @return the values, trimmed; none if nothing was given, or it is refused
     */
    public List<String> list(String property) {
        var text = text(property);
        if (text == null) {
            return List.of();
        }
        var values = Stream.of(text.split(",", -1)).map(String::trim).toList();
        if (values.contains("")) {
            refuse(property, "values with commas between them, none of them empty");
            return List.of();
        }
        return values;
    }

    /**
     * Adds an empty value that is refused: what a variable that isn't set leaves is never what was meant.
     *
     * @param property the property's name
     */
    public void refuseEmpty(String property) {
        faults.add(property + " is empty: give it a value, or leave it out (is a variable not set?)");
    }

    /**
     * Adds a value that was left out and can't be.
     *
     * @param property the property's name
     * @param what what it has to be
     */
    public void refuseMissing(String property, String what) {
        faults.add(property + " is missing: it names " + what);
    }

    /**
     * Adds a value that is refused.
     *
     * @param property the property's name
     * @param allowed what it has to be
     */
    public void refuse(String property, String allowed) {
        refuse(property, given.getOrDefault(property, ""), allowed);
    }

    /**
     * Adds a part of a value that is refused.
     *
     * @param property the property's name
     * @param text the part
     * @param allowed what it has to be
     */
    public void refuse(String property, String text, String allowed) {
        faults.add(property + " is \"" + text.trim() + "\", but has to be " + allowed);
    }

    /** Adds a property that there isn't, and what to do. */
    void refuseName(String property, String advice) {
        faults.add(property + " is not a property of this plugin: " + advice);
    }

    /**
     * All that was refused so far.
     *
     * @return one message each, in order
     */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /**
     * Ends a goal if anything was refused, and tells what else is wrong.
     *
     * @param other what else
     * @throws RefusedException with all of it
     */
    public void refuseFaultsAnd(String other) throws RefusedException {
        if (!faults.isEmpty()) {
            faults.add(other);
            refuseFaults();
        }
    }

    /**
     * Ends a goal if anything was refused.
     *
     * @throws RefusedException with all of it
     */
    public void refuseFaults() throws RefusedException {
        if (!faults.isEmpty()) {
            throw new RefusedException(String.join(System.lineSeparator(), faults));
        }
    }
}
