package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import java.util.List;
import java.util.stream.Stream;

/** What a run left undone: what is building, what DynamoDB refused for now, and what was never started. */
final class Unfinished {
    private static final int MOST_TABLES = 10;

    private Unfinished() {}

    /** How many of which. */
    static String words(RunReport report) {
        int waiting = report.with(Outcome.WAITING).size();
        return report.with(Outcome.BUILDING).size() + " of "
                + Words.gsis(report.indexes().size()) + " building, "
                + (waiting == 0 ? "" : waiting + " refused for now, ")
                + report.with(Outcome.PENDING).size() + " not started";
    }

    /** What DynamoDB said last, of each index that it refused. */
    static List<String> refused(RunReport report, IndexLabels labels) {
        return report.with(Outcome.WAITING).stream()
                .map(index -> labels.of(index.id()) + ": refused for now"
                        + (index.failure() == null ? "" : ": " + index.failure().summary()))
                .toList();
    }

    /** What keeps tables on which nothing that is wanted builds, and that weren't asked for a change therefore. */
    static List<String> kept(RunReport report) {
        var kept = report.waits().stream()
                .filter(wait -> wait.refusal() == null && !Waits.builds(wait))
                .toList();
        var more = kept.size() - MOST_TABLES;
        return Stream.concat(
                        kept.stream()
                                .limit(MOST_TABLES)
                                .map(wait -> wait.tableName() + ": "
                                        + wait.phase().words() + ", for " + Words.duration(wait.elapsed())),
                        more > 0 ? Stream.of("and " + Words.count(more, "more table", "more tables")) : Stream.of())
                .toList();
    }

    /** What the same command, and the same without gsi.wait=false, does next. */
    static String nextRun(RunReport report) {
        int toStart = report.with(Outcome.WAITING).size()
                + report.with(Outcome.PENDING).size();
        var starts = toStart == 0
                ? "finds what is building, and leaves again"
                : "starts what it can of the other " + toStart + ", and leaves again";
        return "The same command " + starts + "; without gsi.wait=false it waits until all are active.";
    }
}
