package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.LockOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code gsi:status} prints of runs that have ended. What isn't known is a dash. */
public final class HistoryText {
    private HistoryText() {}

    /**
     * A line for each run, and under it what it created and what failed.
     *
     * @param runs the runs, the last one first
     * @return their lines
     */
    public static List<Line> lines(List<EndedRun> runs) {
        var lines = new ArrayList<Line>();
        lines.add(Line.info(""));
        lines.add(Line.info(runs.isEmpty() ? "No earlier runs are known." : "Earlier runs:"));
        var labels = IndexLabels.of(runs.stream()
                .flatMap(run -> Stream.of(run.created(), run.failed()))
                .flatMap(deeds -> deeds.stream().map(EndedRun.Deed::index))
                .toList());
        for (var run : runs) {
            lines.add(Line.info("  " + Words.instant(run.startedAt()) + " to " + Words.instant(run.endedAt()) + ", "
                    + (run.ending() == null ? "-" : run.ending().replace('_', ' ')) + ", by " + who(run.owner()) + ": "
                    + run.summary()));
            named(lines, labels, "created", run.created());
            named(lines, labels, "failed", run.failed());
        }
        return lines;
    }

    private static String who(@Nullable LockOwner owner) {
        if (owner == null) {
            return "-";
        }
        return (owner.user() == null ? "-" : owner.user()) + " on " + owner.host()
                + (owner.link() == null ? "" : " (" + owner.link() + ")");
    }

    private static void named(List<Line> lines, IndexLabels labels, String what, List<EndedRun.Deed> deeds) {
        if (!deeds.isEmpty()) {
            lines.add(Line.info("    " + what + ": "
                    + deeds.stream()
                            .map(deed -> labels.of(deed.index()) + " " + Words.instant(deed.at()))
                            .collect(Collectors.joining(", "))));
        }
    }
}
