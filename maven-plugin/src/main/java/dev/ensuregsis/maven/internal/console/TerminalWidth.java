package dev.ensuregsis.maven.internal.console;

import java.util.Map;

/** How wide a line may be that Maven prints. */
public final class TerminalWidth {
    /** Where nobody says it: every terminal has as much. */
    static final int USUAL = 80;

    /** What Maven puts before a line: {@code [INFO] }. */
    private static final int LEVEL = 7;

    private static final int LEAST = 40;

    private TerminalWidth() {}

    /**
     * What the environment says in COLUMNS, which shells keep and hand on where they are told to.
     *
     * @param environment the environment
     * @return columns of a line without Maven's level
     */
    public static int of(Map<String, String> environment) {
        var columns = environment.getOrDefault("COLUMNS", "");
        int width = columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : USUAL;
        return Math.max(LEAST, width) - LEVEL;
    }
}
