package dev.ensuregsis.maven.internal.console;

import java.util.List;

/**
 * One line for the reader.
 *
 * @param level how much it matters
 * @param text the line, without a line break
 */
public record Line(Level level, String text) {

    /** How much a line matters. */
    public enum Level {
        /** Told in every run. */
        INFO,
        /** Something to look at. */
        WARNING,
        /** To be copied: it has to stand alone on its line. */
        COPY
    }

    /**
     * An ordinary line.
     *
     * @param text the line
     * @return the line
     */
    public static Line info(String text) {
        return new Line(Level.INFO, text);
    }

    /**
     * A line to be copied.
     *
     * @param text the line
     * @return the line
     */
    public static Line copy(String text) {
        return new Line(Level.COPY, text);
    }

    /**
     * A text of one or several lines.
     *
     * @param level how much they matter
     * @param text the text
     * @return its lines
     */
    static List<Line> each(Level level, String text) {
        return text.lines().map(line -> new Line(level, line)).toList();
    }

    /**
     * A line to look at.
     *
     * @param text the line
     * @return the line
     */
    public static Line warning(String text) {
        return new Line(Level.WARNING, text);
    }
}
