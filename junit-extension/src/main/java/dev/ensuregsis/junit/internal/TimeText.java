package dev.ensuregsis.junit.internal;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time as people write it: {@code 200ms}, {@code 2s}, {@code 1m}, or ISO-8601. */
final class TimeText {

    /** What may be written, for messages. */
    static final String EXAMPLES = "a time like 200ms, 2s, 1m or PT0.2S";

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,9}) ?(ms|s|m)");

    private TimeText() {}

    /** The time; empty if it is none. */
    static Optional<Duration> read(String text) {
        var parts = NUMBER_AND_UNIT.matcher(text);
        if (!parts.matches()) {
            return iso(text);
        }
        var number = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (parts.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    default -> Duration.ofMinutes(number);
                });
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(time -> !time.isNegative());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
