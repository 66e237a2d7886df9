package dev.ensuregsis.maven.internal.console;

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
        WARNING
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
     * A line to look at.
     *
     * @param text the line
     * @return the line
     */
    public static Line warning(String text) {
        return new Line(Level.WARNING, text);
    }
}
