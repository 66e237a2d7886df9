package dev.ensuregsis.maven.internal.option;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How people write time spans: {@code 90m}, {@code 2h}, {@code 500ms}, or ISO 8601. */
final class TimeSpan {
    private static final Pattern SHORT = Pattern.compile("(\\d+)\\s*(ms|s|m|min|h|d)");

    /** For ever, where a number is too large for a duration. */
    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE);

    private TimeSpan() {}

    /** What it means; null if it is none. */
    static @Nullable Duration parse(String text) {
        var simple = SHORT.matcher(text.toLowerCase(Locale.ROOT));
        if (simple.matches()) {
            return span(simple.group(1), unit(simple.group(2)));
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeException notIso) {
            return null;
        }
    }

    private static Duration span(String amount, ChronoUnit unit) {
        try {
            return Duration.of(Long.parseLong(amount), unit);
        } catch (NumberFormatException | ArithmeticException tooLarge) {
            return LONGEST;
        }
    }

    private static ChronoUnit unit(String letters) {
        return switch (letters) {
            case "ms" -> ChronoUnit.MILLIS;
            case "s" -> ChronoUnit.SECONDS;
            case "h" -> ChronoUnit.HOURS;
            case "d" -> ChronoUnit.DAYS;
            default -> ChronoUnit.MINUTES;
        };
    }
}
