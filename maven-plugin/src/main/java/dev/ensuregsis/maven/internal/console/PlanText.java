package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.engine.Plan.IndexPlan;
import dev.ensuregsis.engine.Plan.TablePlan;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.maven.internal.console.Line.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code gsi:plan} prints. */
public final class PlanText {

    private PlanText() {}

    /**
     * Where the definitions came from; per table what would be done, why, how much work it is and what to know before; then
     * a line that counts, and the command that does it.
     *
     * @param plan the plan
     * @param defined what it is about
     * @param command what to type to do it
     * @param check what to type to see first which items new indexes would leave out
     * @return its lines
     */
    public static List<Line> lines(Plan plan, Definitions defined, String command, String check) {
        var lines = new ArrayList<Line>();
        var labels = IndexLabels.of(plan.tables().stream()
                .flatMap(table -> table.indexes().stream())
                .map(IndexPlan::id)
                .toList());
        lines.add(Line.info("GSI Plan: " + Words.target(plan.target())));
        origins(defined).forEach(line -> lines.add(Line.info(line)));
        for (var table : plan.tables()) {
            lines.add(Line.info(""));
            addTable(lines, table, labels);
            addExpected(lines, table, plan);
            table.warnings().forEach(warning -> lines.add(Line.warning(table.tableName() + ": " + warning)));
        }
        lines.add(Line.info(""));
        lines.add(Line.info(counts(plan)));
        lines.addAll(EstimateText.opening(plan.estimate(), labels, false));
        if (plan.tables().stream().anyMatch(PlanText::isWorkedOn)) {
            lines.add(Line.info("To do it: " + command));
        }
        if (plan.tables().stream().anyMatch(PlanText::getsIndexesOnItems)) {
            lines.add(Line.info("To see first which items the new GSIs would leave out: " + check));
        }
        return lines;
    }

    /** A command that would fail whatever it is about is no next step. */
    private static boolean isWorkedOn(TablePlan table) {
        return table.created()
                || table.indexes().stream().anyMatch(index -> switch (index.action()) {
                    case CREATE, CREATE_WITH_TABLE, REPLACE, DELETE, WAIT, LOWER_CAPACITY, NOT_SEEN -> true;
                    case NOTHING, LEAVE_FAILED, LEAVE_PENDING, FAIL -> false;
                });
    }

    private static boolean getsIndexesOnItems(TablePlan table) {
        return table.itemCount() > 0
                && table.indexes().stream().anyMatch(index -> index.action() == PlannedAction.CREATE);
    }

    private static List<String> origins(Definitions defined) {
        var tablesBySource = defined.tables().stream()
                .collect(Collectors.groupingBy(
                        table -> table.place().source(), LinkedHashMap::new, Collectors.toList()));
        var lines = new ArrayList<String>();
        tablesBySource.forEach((source, tables) -> {
            lines.add("Defined in " + source + ":");
            tables.forEach(table -> lines.add("  " + table.name() + ": "
                    + (table.indexes().isEmpty()
                            ? "no GSIs"
                            : table.indexes().stream()
                                    .map(IndexDefinition::name)
                                    .collect(Collectors.joining(", ")))));
        });
        return lines;
    }

    private static void addTable(List<Line> lines, TablePlan table, IndexLabels labels) {
        lines.add(Line.info("Table " + table.tableName() + ": "
                + (table.exists()
                        ? Words.count(table.itemCount(), "item", "items") + ", " + Words.bytes(table.sizeBytes())
                                + " when DynamoDB last counted"
                        : table.created() ? "does not exist, and will be created" : "does not exist")));
        long inARow = table.indexes().stream()
                .filter(index -> index.action() == PlannedAction.CREATE || index.action() == PlannedAction.WAIT)
                .count();
        if (inARow > 1) {
            lines.add(Line.info(
                    "  " + Words.gsis(inARow) + " one after another: DynamoDB builds one at a time on a table"));
        }
        var text = new TextTable().row("  ACTION", "GSI", "KEY", "PROJECTION", "WHY");
        table.indexes()
                .forEach(index -> text.row(
                        "  " + word(index.action()),
                        index.id().indexName(),
                        Words.key(index.definition().keySchema()),
                        Words.projection(index.definition()),
                        why(index)));
        if (!table.indexes().isEmpty()) {
            text.lines().forEach(line -> lines.add(Line.info(line)));
        }
        var failure = table.failure();
        if (failure != null) {
            addFailure(lines, table.tableName(), failure);
        }
        for (var index : table.indexes()) {
            if (index.failure() != null && !index.failure().equals(failure)) {
                addFailure(lines, labels.of(index.id()), index.failure());
            }
        }
    }

    private static void addExpected(List<Line> lines, TablePlan table, Plan plan) {
        var estimate = plan.estimate();
        if (estimate == null) {
            return;
        }
        var expected = estimate.indexes().stream()
                .filter(index -> index.id().tableName().equals(table.tableName()))
                .toList();
        if (!expected.isEmpty()) {
            lines.add(Line.info("  Expected:"));
            expected.forEach(
                    index -> lines.add(Line.info("    " + index.id().indexName() + ": " + EstimateText.of(index))));
        }
    }

    private static String why(IndexPlan index) {
        return index.failure() == null ? index.why() : index.failure().code() + ": see below";
    }

    private static void addFailure(List<Line> lines, String subject, Failure failure) {
        lines.addAll(Line.each(Level.WARNING, subject + ": " + failure.summary()));
        lines.add(Line.warning("  " + failure.meaning()));
        lines.add(Line.warning("  Next: " + NextStepText.of(failure.nextStep())));
    }

    private static String counts(Plan plan) {
        var counts = PlanCounts.of(
                plan.tables().size(),
                (int) plan.tables().stream().filter(TablePlan::created).count(),
                plan.tables().stream()
                        .flatMap(table -> table.indexes().stream())
                        .map(IndexPlan::action)
                        .toList());
        return plan.isEmpty()
                ? "Nothing to do: " + Words.gsis(counts.all()) + " active and as defined."
                : counts.text() + ".";
    }

    private static String word(PlannedAction action) {
        return switch (action) {
            case NOTHING -> "none";
            case WAIT -> "wait";
            case LOWER_CAPACITY -> "lower capacity";
            case CREATE -> "create";
            case CREATE_WITH_TABLE -> "create with table";
            case REPLACE -> "replace";
            case DELETE -> "delete";
            case LEAVE_FAILED -> "leave failed";
            case LEAVE_PENDING -> "leave pending";
            case NOT_SEEN -> "not seen yet";
            case FAIL -> "fail";
        };
    }
}
