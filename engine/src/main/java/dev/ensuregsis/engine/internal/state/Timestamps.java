package dev.ensuregsis.engine.internal.state;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/** The state file's times: written in UTC, whole seconds, with Z; read with fractions and other offsets too. */
final class Timestamps {
    /** Other tools leave the offset out, or its colon; without one a time is UTC. */
    private static final DateTimeFormatter READABLE = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM:ss", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter();

    private static final DateTimeFormatter IN_FILE_NAMES =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** Not by a formatter, which takes most of the time of a large state: a time leaves out no more than seconds that are 0. */
    static String format(Instant time) {
        var utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        return utc + (utc.getSecond() == 0 ? ":00Z" : "Z");
    }

    static String inFileName(Instant time) {
        return IN_FILE_NAMES.format(time);
    }

    /** The inverse of {@link #inFileName}. */
    static Instant parseInFileName(String text) {
        return IN_FILE_NAMES.parse(text, Instant::from);
    }

    /**
     * Reads a time.
     *
     * @throws java.time.DateTimeException if it is none
     */
    static Instant parse(String text) {
        var read = READABLE.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        var instant = read instanceof OffsetDateTime offset
                ? offset.toInstant()
                : ((LocalDateTime) read).toInstant(ZoneOffset.UTC);
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
