package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.Verdict;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.maven.internal.build.TypedCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code gsi:create} prints at its end, and what it ends the build with. */
public final class RunSummary {

    private RunSummary() {}

    /**
     * A row for each index, then how it stands.
     *
     * @param report what the run did
     * @return its lines
     */
    public static List<Line> lines(RunReport report) {
        var lines = new ArrayList<Line>();
        if (report.indexes().isEmpty()) {
            return lines;
        }
        lines.add(Line.info(""));
        var table = new TextTable().row("GSI", "OUTCOME", "ATTEMPTS", "TOOK");
        report.indexes()
                .forEach(index -> table.row(
                        index.id().toString(), word(index.outcome()), Integer.toString(index.attempts()), took(index)));
        table.lines().forEach(line -> lines.add(Line.info(line)));
        lines.addAll(conclusion(report));
        return lines;
    }

    private static List<Line> conclusion(RunReport report) {
        var lines = new ArrayList<Line>();
        if (report.indexes().stream().allMatch(IndexReport::isActive)) {
            lines.add(Line.info(
                    report.with(Outcome.CREATED).isEmpty()
                            ? "Nothing to do: " + Words.gsis(report.indexes().size()) + " already active."
                            : "All GSIs created successfully!"));
        } else if (report.verdict() == Verdict.RETRIED) {
            lines.add(Line.warning(Words.gsis(report.with(Outcome.PENDING).size())
                    + " still pending: gsi:create without gsi.retryFailed creates what is missing."));
        } else if (report.verdict() == Verdict.LEFT_BUILDING) {
            lines.add(Line.warning("Left without waiting (gsi.wait=false): " + unfinished(report)
                    + ". The same command goes on: it waits for what is building, and starts what is not."));
        }
        if (report.archive() != null) {
            lines.add(Line.info("State file archived to " + report.archive()));
        }
        return lines;
    }

    private static String unfinished(RunReport report) {
        return report.with(Outcome.BUILDING).size() + " of "
                + Words.gsis(report.indexes().size()) + " building, "
                + report.with(Outcome.PENDING).size() + " not started";
    }

    /**
     * Why the build fails: each failure with what it means and the next step, then what to type.
     *
     * @param report what the run did; not successful
     * @param commands the commands that go on from here
     * @return a message of several lines
     */
    public static String complaint(RunReport report, TypedCommand commands) {
        var lines = new ArrayList<String>();
        var aborted = report.abortedBy();
        lines.add(aborted == null ? headline(report) : text(aborted));
        for (var index : report.indexes()) {
            var failure = index.failure();
            if (failure == null) {
                continue;
            }
            lines.add(index.id() + ": " + text(failure));
        }
        for (var table : report.failedTables()) {
            lines.add(table.tableName() + ": " + text(table.failure()));
        }
        var left = report.with(Outcome.LEFT_FAILED);
        if (!left.isEmpty()) {
            lines.add("Failed in an earlier run and left alone (gsi:status says why): "
                    + left.stream().map(index -> index.id().toString()).collect(Collectors.joining(", ")));
        }
        if (failed(report) > 0) {
            lines.add("To try the failed ones again: " + commands.retryFailed());
        }
        if (report.ending() != RunReport.Ending.COMPLETE) {
            lines.add("To go on: " + commands.again());
        }
        return String.join(System.lineSeparator(), lines);
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
        long failed = failed(report);
        long total = report.indexes().size();
        return switch (report.ending()) {
            case COMPLETE -> complete(report, failed, total);
            case LEFT_BUILDING, TIMED_OUT ->
                "Still building, run again to go on: " + unfinished(report) + ", " + failed + " failed. State is kept.";
            case ABORTED -> "The run was ended.";
            case INTERRUPTED -> "Interrupted.";
        };
    }

    private static String complete(RunReport report, long failed, long total) {
        int tables = report.failedTables().size();
        if (report.verdict() == Verdict.NOTHING_KNOWN_TO_RETRY) {
            return "Nothing was tried: gsi.retryFailed=true is about what failed in an earlier run, and there is no state"
                    + " of one here. Leave it out to create what is missing, or name the folder of the state: gsi.stateDir.";
        }
        return failed + " of " + Words.gsis(total) + " failed"
                + (tables == 0 ? "" : ", and " + Words.count(tables, "table", "tables")) + ".";
    }

    private static long failed(RunReport report) {
        return report.indexes().stream()
                .filter(index -> index.outcome() == Outcome.FAILED || index.outcome() == Outcome.LEFT_FAILED)
                .count();
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> "created";
            case ALREADY_ACTIVE -> "already active";
            case FAILED -> "failed";
            case LEFT_FAILED -> "failed before";
            case BUILDING -> "building";
            case PENDING -> "pending";
        };
    }

    private static String took(IndexReport index) {
        return index.startedAt() == null || index.endedAt() == null
                ? "-"
                : Words.duration(Duration.between(index.startedAt(), index.endedAt()));
    }
}
