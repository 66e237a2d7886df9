package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.StatusReport;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code gsi:status} prints. */
public final class StatusText {

    private StatusText() {}

    /**
     * A banner, the summary, then a row for each index, then where file and table disagree.
     *
     * @param report the report
     * @param stateIsFile whether a state, where there is one, lies in a file
     * @return its lines
     */
    public static List<Line> lines(StatusReport report, boolean stateIsFile) {
        var lines = new ArrayList<Line>();
        var labels =
                IndexLabels.of(report.rows().stream().map(StatusReport.Row::id).toList());
        lines.add(Line.info("GSI Creation Status"));
        lines.add(Line.info("==================="));
        var place = report.statePlace();
        lines.add(Line.info((stateIsFile ? "State file:  " : "State:       ") + (place == null ? "none" : place)));
        lines.add(Line.info("DynamoDB:    " + Words.target(report.target())));
        if (report.notLooked() != null) {
            var file = stateIsFile ? " file" : "";
            lines.add(Line.warning("DynamoDB could not be looked at, "
                    + (report.statePlace() == null
                            ? "and there is no state" + file + ", so nothing is known of these indexes: "
                            : "so this is what the state" + file + " says: ")
                    + sentence(report.notLooked().message())));
        }
        lines.add(Line.info(""));
        lines.add(Line.info("Total:       " + report.rows().size()));
        lines.add(Line.info("Active:      " + count(report, GsiStatus.ACTIVE)));
        lines.add(Line.info("Failed:      " + count(report, GsiStatus.FAILED)));
        lines.add(Line.info("Pending:     " + count(report, GsiStatus.PENDING)));
        lines.add(Line.info("In progress: " + count(report, GsiStatus.IN_PROGRESS)));
        long unknown = report.rows().stream().filter(StatusText::isUnknown).count();
        if (unknown > 0) {
            lines.add(Line.info("Not known:   " + unknown));
        }
        if (!report.rows().isEmpty()) {
            lines.add(Line.info(""));
            table(report, labels).lines().forEach(line -> lines.add(Line.info(line)));
        }
        report.warnings().forEach(warning -> lines.add(Line.warning(warning.tableName() + ": " + warning.text())));
        for (var row : report.rows()) {
            if (row.disagreement() != null) {
                lines.add(Line.warning(labels.of(row.id()) + ": " + row.disagreement()));
            }
        }
        return lines;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static TextTable table(StatusReport report, IndexLabels labels) {
        var table = new TextTable()
                .row("GSI", "RECORDED", "LIVE", "ITEMS", "SIZE", "RETRIES", "SINCE (UTC)", "DEFINED", "LAST ERROR");
        for (var row : report.rows()) {
            var live = row.live();
            var recorded = row.recorded();
            table.row(
                    labels.of(row.id()),
                    recorded == null ? "-" : recorded.word(),
                    live == null ? (row.looked() ? "absent" : "?") : liveWord(live),
                    live == null ? "-" : Words.number(live.itemCount()),
                    live == null ? "-" : Words.bytes(live.sizeBytes()),
                    Integer.toString(row.attempts()),
                    Words.instant(row.since()),
                    row.defined() ? "yes" : "no longer",
                    row.lastError() == null ? "-" : firstLine(row.lastError()));
        }
        return table;
    }

    /** The shapes that differ stand in the report, and {@code gsi:plan} shows them. */
    private static String firstLine(String error) {
        return error.lines().findFirst().orElse("-").replaceFirst(":\\s*$", "");
    }

    private static String liveWord(LiveIndex live) {
        return live.status() + (live.backfilling() ? " (backfilling)" : "");
    }

    private static long count(StatusReport report, GsiStatus status) {
        return report.rows().stream()
                .filter(row -> !isUnknown(row) && status(row.recorded(), row.live()) == status)
                .count();
    }

    /** Neither recorded nor looked at. */
    private static boolean isUnknown(StatusReport.Row row) {
        return row.recorded() == null && !row.looked();
    }

    /** The record's word where there is one; an index without a record is judged by its table. */
    private static GsiStatus status(@Nullable GsiStatus recorded, @Nullable LiveIndex live) {
        if (recorded != null) {
            return recorded;
        }
        if (live == null) {
            return GsiStatus.PENDING;
        }
        return live.status() == IndexStatus.ACTIVE ? GsiStatus.ACTIVE : GsiStatus.IN_PROGRESS;
    }
}
