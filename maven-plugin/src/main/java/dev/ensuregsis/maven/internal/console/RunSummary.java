package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.Verdict;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code gsi:create} prints at its end. */
public final class RunSummary {
    private final RunReport report;
    private final IndexLabels labels;
    private final Audience audience;

    private RunSummary(RunReport report, Audience audience) {
        this.report = report;
        this.labels =
                IndexLabels.of(report.indexes().stream().map(IndexReport::id).toList());
        this.audience = audience;
    }

    /**
     * A row for each index, then how it stands. Where the reader wants counts, the rows are those of what isn't ACTIVE.
     *
     * @param report what the run did
     * @param part which part of what is defined it was about
     * @param audience who reads it
     * @return its lines
     */
    public static List<Line> lines(RunReport report, RunPart part, Audience audience) {
        var summary = new RunSummary(report, audience);
        return report.indexes().isEmpty() ? summary.withoutIndexes() : summary.withIndexes(part);
    }

    private List<Line> withoutIndexes() {
        return report.isSuccessful()
                ? List.of(Line.info(""), Line.info("Done: no GSIs are defined for these tables."))
                : List.of();
    }

    private List<Line> withIndexes(RunPart part) {
        var lines = new ArrayList<Line>();
        var rows = report.indexes().stream()
                .filter(index -> !audience.wantsCounts() || !index.isActive())
                .toList();
        if (audience.wantsCounts()) {
            lines.add(Line.info(""));
            lines.add(Line.info(Words.gsis(report.indexes().size()) + ": " + counts()));
        }
        if (!rows.isEmpty()) {
            var table = new TextTable().row("GSI", "OUTCOME", "ATTEMPTS", "TOOK");
            rows.forEach(index -> table.row(
                    labels.of(index.id()), word(index.outcome()), Integer.toString(index.attempts()), took(index)));
            lines.add(Line.info(""));
            table.lines().forEach(line -> lines.add(Line.info(line)));
        }
        var conclusion = conclusion(part);
        if (!conclusion.isEmpty()) {
            lines.add(Line.info(""));
            lines.addAll(conclusion);
        }
        return lines;
    }

    private String counts() {
        return Stream.of(Outcome.values())
                .filter(outcome -> !report.with(outcome).isEmpty())
                .map(outcome -> Words.number(report.with(outcome).size()) + " " + word(outcome))
                .collect(Collectors.joining(", "));
    }

    private List<Line> conclusion(RunPart part) {
        var lines = new ArrayList<Line>();
        var archive = report.archive();
        if (report.indexes().stream().allMatch(IndexReport::isActive)) {
            lines.add(Line.info(
                    report.with(Outcome.CREATED).isEmpty()
                                    && report.with(Outcome.REPLACED).isEmpty()
                                    && archive == null
                            ? "Nothing to do: " + Words.gsis(report.indexes().size()) + " already active."
                            : "All GSIs created successfully!"));
        } else if (report.indexes().stream().allMatch(index -> index.outcome() == Outcome.DELETED)) {
            lines.add(Line.info("All GSIs that were named are gone."));
        } else if (report.verdict() == Verdict.RETRIED) {
            lines.add(Line.warning(Words.gsis(report.with(Outcome.PENDING).size())
                    + " still pending: gsi:create without gsi.retryFailed creates what is missing."));
        } else if (report.verdict() == Verdict.LEFT_BUILDING) {
            lines.add(Line.warning("Left without waiting (gsi.wait=false): " + Unfinished.words(report) + "."));
            Unfinished.refused(report, labels).forEach(line -> lines.add(Line.warning(line)));
            lines.add(Line.warning(Unfinished.nextRun(report)));
        }
        if (archive != null) {
            lines.add(Line.info((StatePlace.isFile(archive) ? "State file" : "State") + " archived to "
                    + StatePlace.name(archive)));
            var folder = StatePlace.folder(archive);
            if (!folder.isEmpty()) {
                lines.add(Line.info("  (in " + folder + ")"));
            }
        } else if (report.verdict() == Verdict.ENSURED
                && report.with(Outcome.DELETED).isEmpty()) {
            part.whyStateStays().ifPresent(why -> lines.add(Line.info(why)));
        }
        return lines;
    }

    /** How an index ended, in words. */
    static String word(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> "created";
            case REPLACED -> "replaced";
            case DELETED -> "deleted";
            case DELETING -> "being deleted";
            case ALREADY_ACTIVE -> "already active";
            case FAILED -> "failed";
            case LEFT_FAILED -> "failed before";
            case BUILDING -> "building";
            case WAITING -> "refused for now";
            case PENDING -> "pending";
        };
    }

    private static String took(IndexReport index) {
        if (index.startedAt() == null || index.endedAt() == null) {
            return "-";
        }
        return Words.duration(Duration.between(index.startedAt(), index.endedAt()))
                + (index.takenUp() ? " (was building)" : "");
    }
}
