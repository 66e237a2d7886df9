package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.event.PlannedAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * A plan in one line: how many indexes there is what to do for.
 *
 * @param tables number of tables
 * @param tablesToCreate number of those that would be created
 * @param indexes how many indexes each action is for
 */
record PlanCounts(int tables, int tablesToCreate, Map<PlannedAction, Long> indexes) {

    static PlanCounts of(int tables, int tablesToCreate, Collection<PlannedAction> actions) {
        var counts = new EnumMap<PlannedAction, Long>(PlannedAction.class);
        actions.forEach(action -> counts.merge(action, 1L, Long::sum));
        return new PlanCounts(tables, tablesToCreate, counts);
    }

    long all() {
        return indexes.values().stream().mapToLong(Long::longValue).sum();
    }

    String text() {
        var parts = new ArrayList<String>();
        if (tablesToCreate > 0) {
            parts.add(Words.count(tablesToCreate, "table", "tables") + " to create");
        }
        indexes.forEach((action, count) -> parts.add(Words.number(count) + " " + phrase(action)));
        return "Plan for " + Words.gsis(all()) + " of " + Words.count(tables, "table", "tables") + ": "
                + (parts.isEmpty() ? "nothing to do" : String.join(", ", parts));
    }

    private static String phrase(PlannedAction action) {
        return switch (action) {
            case NOTHING -> "already active";
            case WAIT -> "building";
            case LOWER_CAPACITY -> "to lower to the write capacity that they are to have";
            case CREATE -> "to create";
            case CREATE_WITH_TABLE -> "to create with their tables";
            case REPLACE -> "to replace";
            case DELETE -> "to delete";
            case LEAVE_FAILED -> "failed before and left alone (gsi.retryFailed=true tries them again)";
            case LEAVE_PENDING -> "pending and left alone (gsi.retryFailed=true)";
            case NOT_SEEN -> "not seen yet";
            case FAIL -> "that will fail";
        };
    }
}
