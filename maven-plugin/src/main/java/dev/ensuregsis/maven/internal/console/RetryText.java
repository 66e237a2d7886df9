package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.state.GsiEntry;
import java.util.ArrayList;
import java.util.List;

/** What a run that tries only failed indexes prints at its start. */
public final class RetryText {

    private RetryText() {}

    /**
     * The indexes that are tried again, each with its last error.
     *
     * @param failed what is recorded of them
     * @return the lines; none if nothing has failed
     */
    public static List<Line> lines(List<GsiEntry> failed) {
        var lines = new ArrayList<Line>();
        if (!failed.isEmpty()) {
            lines.add(Line.info("Retrying failed GSIs:"));
        }
        for (var entry : failed) {
            lines.add(Line.info("  " + entry.id() + (entry.lastError() == null ? "" : ": " + entry.lastError())));
        }
        return lines;
    }
}
