package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.RunReport.Ending;
import dev.ensuregsis.engine.Verdict;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.maven.internal.build.TypedCommand;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** What {@code gsi:create} ends a build with. */
public final class RunComplaint {
    private RunComplaint() {}

    /**
     * Why the build fails: each failure with what it means and the next step, then what to type.
     *
     * @param report what the run did; not successful
     * @param commands the commands that go on from here
     * @return a message of several lines
     */
    public static String of(RunReport report, TypedCommand commands) {
        var lines = new ArrayList<String>();
        var labels =
                IndexLabels.of(report.indexes().stream().map(IndexReport::id).toList());
        var aborted = report.abortedBy();
        lines.add(aborted == null ? headline(report) : text(aborted));
        for (var index : report.with(Outcome.FAILED)) {
            var failure = index.failure();
            if (failure != null) {
                lines.add(labels.of(index.id()) + ": " + text(failure));
            }
        }
        lines.addAll(Unfinished.refused(report, labels));
        lines.addAll(Unfinished.kept(report));
        for (var table : report.failedTables()) {
            lines.add(table.tableName() + ": " + text(table.failure()));
        }
        var left = report.with(Outcome.LEFT_FAILED);
        if (!left.isEmpty()) {
            lines.add("Failed in an earlier run and left alone (gsi:status says why): "
                    + left.stream().map(index -> labels.of(index.id())).collect(Collectors.joining(", ")));
        }
        if (failed(report) > 0) {
            lines.add("To try the failed ones again: " + commands.retryFailed());
        }
        if (goesOnAsItIs(report)) {
            lines.add("To go on: " + commands.again());
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** A command that was just refused is refused again, until what the failure names is mended. */
    private static boolean goesOnAsItIs(RunReport report) {
        var aborted = report.abortedBy();
        return report.ending() != Ending.COMPLETE && (aborted == null || aborted.waitingHelps());
    }

    /**
     * What was said, what it means here, and the next step.
     *
     * @param failure the failure
     * @return a message of three lines
     */
    public static String text(Failure failure) {
        return String.join(
                System.lineSeparator(),
                failure.summary(),
                "  " + failure.meaning(),
                "  Next: " + NextStepText.of(failure.nextStep()));
    }

    private static String headline(RunReport report) {
        int failed = failed(report);
        return switch (report.ending()) {
            case COMPLETE -> complete(report, failed);
            case LEFT_BUILDING, TIMED_OUT ->
                report.verdict() == Verdict.STILL_BUILDING
                        ? (onlyRefused(report) ? "Still waiting" : "Still building") + ", run again to go on: "
                                + Unfinished.words(report) + ", 0 failed. State is kept."
                        : failedOf(report, failed) + " Not done yet: " + Unfinished.words(report) + ". State is kept.";
            case ABORTED -> "The run was ended.";
            case INTERRUPTED -> "Interrupted.";
        };
    }

    /** Nothing is building, and DynamoDB takes nothing. */
    private static boolean onlyRefused(RunReport report) {
        return report.with(Outcome.BUILDING).isEmpty()
                && !report.with(Outcome.WAITING).isEmpty();
    }

    private static String complete(RunReport report, int failed) {
        if (report.verdict() == Verdict.NOTHING_KNOWN_TO_RETRY) {
            return "Nothing was tried: gsi.retryFailed=true is about what failed in an earlier run, and there is no state"
                    + " of one here. Leave it out to create what is missing, or name the folder of the state: gsi.stateDir.";
        }
        return failedOf(report, failed);
    }

    private static String failedOf(RunReport report, int failed) {
        int tables = report.failedTables().size();
        return failed + " of " + Words.gsis(report.indexes().size()) + " failed"
                + (tables == 0 ? "" : ", and " + Words.count(tables, "table", "tables")) + ".";
    }

    private static int failed(RunReport report) {
        return report.with(Outcome.FAILED).size()
                + report.with(Outcome.LEFT_FAILED).size();
    }
}
