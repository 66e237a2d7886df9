package dev.ensuregsis.maven.internal.option;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text that users give to properties. Maven's own conversion takes {@code yes} for {@code false} and stops at
 * the first fault; here a bad value is refused by name, with what is allowed, and all of them in one go.
 */
public final class OptionReader {
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|min|h|d)");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    private final List<String> faults = new ArrayList<>();

    /**
     * True or false, in any case.
     *
     * @param property the property's name
     * @param text what the user gave
     * @return the value; false if it is refused
     */
    public boolean flag(String property, String text) {
        return switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                refuse(property, text, "true or false");
                yield false;
            }
        };
    }

    /**
     * A positive time span: {@code 90m}, {@code 2h}, {@code 30s}, or ISO 8601 like {@code PT1H30M}.
     *
     * @param property the property's name
     * @param text what the user gave; null or blank for nothing
     * @return the duration; null if nothing was given, or it is refused
     */
    public @Nullable Duration duration(String property, @Nullable String text) {
        var given = blankToNull(text);
        if (given == null) {
            return null;
        }
        var duration = parse(given);
        if (duration == null || duration.isNegative() || duration.isZero()) {
            refuse(property, given, "a time span like 30s, 90m, 2h or PT1H30M, longer than nothing");
            return null;
        }
        return duration;
    }

    private static @Nullable Duration parse(String text) {
        var simple = SHORT_DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (simple.matches()) {
            long amount = Long.parseLong(simple.group(1));
            return switch (simple.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "h" -> Duration.ofHours(amount);
                case "d" -> Duration.ofDays(amount);
                default -> Duration.ofMinutes(amount);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException notIso) {
            return null;
        }
    }

    /**
     * A whole number of at least one.
     *
     * @param property the property's name
     * @param text what the user gave
     * @return the number; 1 if it is refused
     */
    public int count(String property, String text) {
        try {
            int number = Integer.parseInt(text.trim());
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like a number that is too small.
        }
        refuse(property, text, "a whole number from 1");
        return 1;
    }

    /**
     * An AWS account.
     *
     * @param property the property's name
     * @param text what the user gave; null or blank for nothing
     * @return 12 digits; null if nothing was given, or it is refused
     */
    public @Nullable String account(String property, @Nullable String text) {
        var given = blankToNull(text);
        if (given == null) {
            return null;
        }
        if (!ACCOUNT.matcher(given).matches()) {
            refuse(property, given, "the 12 digits of an AWS account");
            return null;
        }
        return given;
    }

    /**
     * A DynamoDB endpoint.
     *
     * @param property the property's name
     * @param text what the user gave; null or blank for nothing
     * @return the URL; null if nothing was given, or it is refused
     */
    public @Nullable URI endpoint(String property, @Nullable String text) {
        var given = blankToNull(text);
        if (given == null) {
            return null;
        }
        try {
            var uri = new URI(given);
            var http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // Refused below, like a URL of another scheme.
        }
        refuse(property, given, "a URL like http://localhost:8000, or embedded");
        return null;
    }

    /**
     * Comma-separated values.
     *
     * @param text what the user gave; null or blank for nothing
     * @return the values, trimmed, blank ones left out
     */
    public List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(","))
                        .map(String::trim)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    /**
     * Comma-separated pairs.
     *
     * @param property the property's name
     * @param text what the user gave; null or blank for nothing
     * @param form what a pair looks like, such as {@code name=value}
     * @return the values by name, in order
     */
    public Map<String, String> pairs(String property, @Nullable String text, String form) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : list(text)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                refuse(property, pair, form + ", several of them separated by commas");
            } else if (pairs.put(
                            pair.substring(0, equals).trim(),
                            pair.substring(equals + 1).trim())
                    != null) {
                refuse(property, pair, "each name once");
            }
        }
        return pairs;
    }

    /**
     * Adds a fault that was found elsewhere.
     *
     * @param property the property's name
     * @param text what the user gave
     * @param allowed what is allowed
     */
    public void refuse(String property, String text, String allowed) {
        faults.add(property + " is \"" + text.trim() + "\", but has to be " + allowed);
    }

    /**
     * Adds a property that there isn't.
     *
     * @param property its name
     * @param advice what to do
     */
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

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }
}
