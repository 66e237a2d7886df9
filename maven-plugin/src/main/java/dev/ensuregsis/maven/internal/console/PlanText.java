package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.engine.Plan.Action;
import dev.ensuregsis.engine.Plan.IndexPlan;
import dev.ensuregsis.engine.Plan.TablePlan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code gsi:plan} prints. */
public final class PlanText {

    private PlanText() {}

    /**
     * Per table what would be done, why, how much work it is and what to know before; then a line that counts.
     *
     * @param plan the plan
     * @return its lines
     */
    public static List<Line> lines(Plan plan) {
        var lines = new ArrayList<Line>();
        lines.add(Line.info("GSI Plan: " + Words.target(plan.target())));
        for (var table : plan.tables()) {
            lines.add(Line.info(""));
            addTable(lines, table);
        }
        lines.add(Line.info(""));
        lines.add(Line.info(counts(plan)));
        return lines;
    }

    private static void addTable(List<Line> lines, TablePlan table) {
        lines.add(Line.info("Table " + table.tableName() + ": "
                + (table.exists()
                        ? Words.count(table.itemCount(), "item", "items") + ", " + Words.bytes(table.sizeBytes())
                                + " when DynamoDB last counted"
                        : "does not exist")));
        long inARow = table.indexes().stream()
                .filter(index -> index.action() == Action.CREATE || index.action() == Action.WAIT)
                .count();
        if (inARow > 1) {
            lines.add(Line.info(
                    "  " + Words.gsis(inARow) + " one after another: DynamoDB builds one at a time on a table"));
        }
        var text = new TextTable("  ACTION", "GSI", "KEY", "PROJECTION", "WHY");
        table.indexes()
                .forEach(index -> text.row(
                        "  " + word(index.action()),
                        index.id().indexName(),
                        Words.key(index.definition().keySchema()),
                        Words.projection(index.definition()),
                        index.why()));
        if (!table.indexes().isEmpty()) {
            text.lines().forEach(line -> lines.add(Line.info(line)));
        }
        table.indexes().forEach(index -> addFailure(lines, index));
        table.warnings().forEach(warning -> lines.add(Line.warning(table.tableName() + ": " + warning)));
    }

    private static void addFailure(List<Line> lines, IndexPlan index) {
        var failure = index.failure();
        if (failure != null) {
            lines.add(Line.warning(index.id() + ": " + failure.summary()));
            lines.add(Line.warning("  " + failure.meaning()));
            lines.add(Line.warning("  Next: " + failure.nextStep()));
        }
    }

    private static String counts(Plan plan) {
        var counts = new EnumMap<Action, Long>(Action.class);
        plan.tables().stream()
                .flatMap(table -> table.indexes().stream())
                .forEach(index -> counts.merge(index.action(), 1L, Long::sum));
        if (plan.isEmpty()) {
            return "Nothing to do: " + Words.gsis(counts.getOrDefault(Action.NOTHING, 0L)) + " active and as defined.";
        }
        return "Plan: "
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + phrase(entry.getKey()))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String word(Action action) {
        return switch (action) {
            case NOTHING -> "none";
            case WAIT -> "wait";
            case CREATE -> "create";
            case CREATE_WITH_TABLE -> "create with table";
            case LEAVE_FAILED -> "leave failed";
            case FAIL -> "fail";
        };
    }

    private static String phrase(Action action) {
        return switch (action) {
            case NOTHING -> "already active";
            case WAIT -> "to wait for";
            case CREATE -> "to create";
            case CREATE_WITH_TABLE -> "to create with their tables";
            case LEAVE_FAILED -> "failed before and left alone (gsi.retryFailed=true tries them again)";
            case FAIL -> "that will fail";
        };
    }
}
