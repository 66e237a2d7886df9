package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.event.GsiEvent.StateLoaded;
import dev.ensuregsis.engine.event.PlannedAction;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** How a run opens, in the lines that scripts have looked for ever since: with what is there, or with what was left. */
final class StateBanner {
    private static final String RULE = "=".repeat(80);

    private StateBanner() {}

    /** Of a run that goes on from nothing. */
    static List<Line> of(Collection<PlannedAction> actions) {
        return Stream.of(
                        RULE,
                        "GSI Creation Status",
                        RULE,
                        "",
                        "Summary:",
                        "  Total: " + actions.size(),
                        "  Active: " + count(actions, Standing.ACTIVE),
                        "  Failed: " + count(actions, Standing.FAILED),
                        "  Pending: " + count(actions, Standing.PENDING),
                        "  In Progress: " + count(actions, Standing.IN_PROGRESS))
                .map(Line::info)
                .toList();
    }

    /** Of a run that goes on from the state of an earlier one. */
    static List<Line> of(StateLoaded loaded) {
        var summary = loaded.summary();
        var folder = StatePlace.folder(loaded.place());
        return Stream.of(
                        "Loaded state from " + StatePlace.name(loaded.place()),
                        "  Created: " + Words.instant(loaded.createdAt()),
                        "  Updated: " + Words.instant(loaded.updatedAt()),
                        "  Summary: " + summary.active() + " active, " + summary.failed() + " failed, "
                                + summary.pending() + " pending, " + summary.inProgress() + " in progress",
                        folder.isEmpty() ? "" : "  (in " + folder + ")")
                .filter(line -> !line.isEmpty())
                .map(Line::info)
                .toList();
    }

    private enum Standing {
        ACTIVE,
        FAILED,
        PENDING,
        IN_PROGRESS
    }

    private static long count(Collection<PlannedAction> actions, Standing standing) {
        return actions.stream().filter(action -> of(action) == standing).count();
    }

    private static Standing of(PlannedAction action) {
        return switch (action) {
            case NOTHING -> Standing.ACTIVE;
            case WAIT, LOWER_CAPACITY -> Standing.IN_PROGRESS;
            case LEAVE_FAILED -> Standing.FAILED;
            case CREATE, CREATE_WITH_TABLE, REPLACE, DELETE, LEAVE_PENDING, NOT_SEEN, FAIL -> Standing.PENDING;
        };
    }
}
