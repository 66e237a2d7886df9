package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.check.CheckReport;
import dev.ensuregsis.engine.check.CheckReport.Verdict;
import dev.ensuregsis.engine.check.CountRange;
import dev.ensuregsis.engine.check.IndexCheck;
import dev.ensuregsis.engine.check.Reason;
import dev.ensuregsis.engine.check.TableCheck;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.maven.internal.build.TypedCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code gsi:check} prints at its end, and what the build fails with. No value of an item is in it. */
public final class CheckText {
    private final CheckReport report;
    private final @Nullable Path file;
    private final TypedCommand typed;

    /**
     * The words for a check.
     *
     * @param report what it found
     * @param file where the misfits' keys are; null if that wasn't asked for
     * @param typed the command that started it
     */
    public CheckText(CheckReport report, @Nullable Path file, TypedCommand typed) {
        this.report = report;
        this.file = file;
        this.typed = typed;
    }

    /**
     * Per table what was read, and per index how the items stand to it and why some don't fit.
     *
     * @return the lines
     */
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var table : report.tables()) {
            lines.add(Line.info(""));
            add(lines, table);
        }
        lines.add(Line.info(""));
        if (file != null && report.isComplete()) {
            lines.add(Line.info("The table keys of the " + Words.count(report.misfits(), "misfit", "misfits")
                    + " are in " + file + ", which its owner alone can read."));
        }
        if (report.verdict() == Verdict.FITS) {
            lines.add(Line.info(
                    isSample()
                            ? "Every item of the sample is in its indexes, or left out by design."
                            : "Every item is in its indexes, or left out by design."));
        }
        return lines;
    }

    private boolean isSample() {
        return report.tables().stream()
                .flatMap(table -> table.indexes().stream())
                .anyMatch(index -> index.whole() != null);
    }

    private static void add(List<Line> lines, TableCheck table) {
        lines.add(Line.info("Table " + table.tableName() + ": "
                + (table.exists()
                        ? Words.count(table.items(), "item", "items") + " read, "
                                + CheckBoard.units(table.readUnits())
                                + (table.complete() ? "" : ", not to its end")
                        : "does not exist")));
        if (!table.indexes().isEmpty()) {
            var rows = new TextTable().row("  GSI", "KEY", "IS", "IN IT", "LEFT OUT BY DESIGN", "MISFITS");
            table.indexes().forEach(index -> row(rows, index));
            rows.lines().forEach(line -> lines.add(Line.info(line)));
        }
        table.indexes().stream()
                .filter(index -> index.read().misfits() > 0)
                .forEach(index -> reasons(index).forEach(reason -> lines.add(Line.warning(reason))));
        table.notes().forEach(note -> lines.add(Line.warning(table.tableName() + ": " + note)));
        if (table.indexes().stream().anyMatch(index -> index.whole() != null)) {
            lines.add(Line.info("  A range is that of the whole table, and holds in 95 of 100 samples."));
        }
        var failure = table.failure();
        if (failure != null) {
            lines.addAll(Line.each(Line.Level.WARNING, table.tableName() + ": " + RunComplaint.text(failure)));
        }
    }

    private static void row(TextTable rows, IndexCheck index) {
        var whole = index.whole();
        rows.row(
                "  " + index.id().indexName(),
                Words.key(index.key()),
                index.defined() ? (index.live() ? "there" : "defined") : "there, not defined",
                count(index.read().indexed(), whole == null ? null : whole.indexed()),
                count(index.read().sparse(), whole == null ? null : whole.sparse()),
                count(index.read().misfits(), whole == null ? null : whole.misfits()));
    }

    private static String count(long read, @Nullable CountRange whole) {
        return whole == null
                ? Words.number(read)
                : Words.number(read) + " (" + Words.number(whole.from()) + " to " + Words.number(whole.to()) + ")";
    }

    private static List<String> reasons(IndexCheck index) {
        return index.read().reasons().entrySet().stream()
                .sorted(Map.Entry.<Reason, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(reason -> reason.getKey().told()))
                .map(reason -> index.id().indexName() + " leaves out " + Words.count(reason.getValue(), "item", "items")
                        + ": " + reason.getKey().told())
                .toList();
    }

    /**
     * What the build fails with.
     *
     * @param failsOnMisfit whether it does so over a misfit
     * @return a message of several lines; empty if it doesn't
     */
    public Optional<String> complaint(boolean failsOnMisfit) {
        return switch (report.verdict()) {
            case FITS -> Optional.empty();
            case MISFITS -> failsOnMisfit ? Optional.of(misfits()) : Optional.empty();
            case NOT_CHECKED -> Optional.of(notChecked());
            case NO_TABLE ->
                Optional.of("None of the tables exists, so nothing was checked: "
                        + report.tables().stream().map(TableCheck::tableName).collect(Collectors.joining(", "))
                        + "." + System.lineSeparator()
                        + "  Next: check account, region (gsi.region), gsi.tableNamePrefix and the tables' names.");
        };
    }

    private String misfits() {
        var lines = new ArrayList<String>();
        lines.add((isSample() ? "In the sample, " : "") + Words.count(report.misfits(), "misfit", "misfits")
                + ": items that have what an index's key asks for, and are left out of it all the same (see above).");
        lines.add(
                "  DynamoDB does so without an error, and refuses later writes of such items once the index is there.");
        lines.add(
                "  Next: repair the items, leave the attribute out of those that are to be left out, or define another"
                        + " type; gsi.failOnMisfit=false lets them be.");
        if (file == null) {
            lines.add("To see which they are: " + typed.with("gsi.checkFile", "misfits.csv"));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private String notChecked() {
        var lines = new ArrayList<String>();
        var aborted = report.abortedBy();
        if (aborted != null) {
            lines.add("The check was ended. " + RunComplaint.text(aborted));
        } else {
            for (var table : report.tables()) {
                Failure failure = table.failure();
                if (failure != null) {
                    lines.add(table.tableName() + " could not be checked: " + RunComplaint.text(failure));
                }
            }
        }
        if (report.misfits() > 0) {
            lines.add("Until then there were " + Words.count(report.misfits(), "misfit", "misfits") + " (see above).");
        }
        lines.add((file == null ? "To check again: " : "To go on where it was: ") + typed.again());
        return String.join(System.lineSeparator(), lines);
    }
}
