package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import java.util.List;

/** What a run left undone: what is building, what DynamoDB refused for now, and what was never started. */
final class Unfinished {
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
