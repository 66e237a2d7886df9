package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.StateException;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes sure, once and before anything is touched, that a table can hold states. Who only reads makes none; who writes
 * does, where that is asked for.
 */
final class TableCheck {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_LOOKS = 90;

    /** For some seconds after a table is ACTIVE its backups can't be switched on yet. */
    private static final Duration UNTIL_COMPLETE = Duration.ofMinutes(5);

    private final StateRequests requests;
    private final Asking asking;
    private final TablePlace place;
    private final boolean create;

    /** Guarded by this. */
    private boolean passed;

    private boolean complete;

    TableCheck(StateRequests requests, Asking asking, TablePlace place, boolean create) {
        this.requests = requests;
        this.asking = asking;
        this.place = place;
        this.create = create;
    }

    /** Looks at the table, unless it has passed before; false where it is missing and would be made. */
    synchronized boolean isThere() {
        if (!passed) {
            look().ifPresentOrElse(this::pass, this::refuseUnlessItIsMade);
        }
        return passed;
    }

    /**
     * The same, and makes it where it is missing. What it lacks, as whoever made it was killed in between, or was too early,
     * is made up for.
     */
    synchronized void make() {
        if (!isThere()) {
            pass(made());
        }
        if (create && !complete) {
            asking.ask(UNTIL_COMPLETE, () -> {
                requests.complete();
                return true;
            });
            complete = true;
        }
    }

    private void pass(TableShape shape) {
        refuseOther(shape.status().equals(TableShape.CREATING) ? whenActive(shape) : shape);
        passed = true;
    }

    /** Whose the table is, as another look says; empty where it is missing, or its ARN doesn't say. */
    Optional<String> accountId() {
        return look().flatMap(TableShape::accountId);
    }

    private Optional<TableShape> look() {
        return asking.ask(() -> {
            try {
                return Optional.of(requests.describe());
            } catch (StateTableException e) {
                if (e.fault() instanceof StateTableFault.Missing) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private void refuseUnlessItIsMade() {
        if (!create) {
            throw new StateException.Unusable(
                    place.text(),
                    "there is no such table" + where() + ". Have it made, or make it with the key " + TableShape.KEY
                            + " and TTL on expires_at: see the page on state.");
        }
    }

    private TableShape made() {
        asking.ask(() -> {
            requests.create();
            return true;
        });
        return whenActive(new TableShape(TableShape.CREATING, TableShape.KEY, false, Optional.empty()));
    }

    private TableShape whenActive(TableShape seen) {
        var shape = seen;
        for (int looks = 0; looks < MOST_LOOKS && shape.status().equals(TableShape.CREATING); looks++) {
            var now = look();
            if (now.isPresent()) {
                shape = now.get();
            }
            if (shape.status().equals(TableShape.CREATING)) {
                asking.pause(PAUSE);
            }
        }
        return shape;
    }

    private void refuseOther(TableShape shape) {
        if (shape.isUntold()) {
            throw new StateException.Unusable(
                    place.text(),
                    "its status or its key is not told by what answers there" + where()
                            + ". Check the endpoint, or name another table.");
        }
        if (!shape.key().equals(TableShape.KEY)) {
            throw new StateException.Unusable(
                    place.text(),
                    "it has the key " + shape.key() + ", and a table of states has " + TableShape.KEY
                            + ". Name another table; this one is somebody's.");
        }
        if (shape.replicated()) {
            throw new StateException.Unusable(
                    place.text(),
                    "it is replicated to other regions, and a lease isn't safe across them. Name a table without"
                            + " replicas.");
        }
        if (!shape.serves()) {
            throw new StateException.Unusable(
                    place.text(), "it is " + shape.status() + ". Bring it back to ACTIVE, then run again.");
        }
    }

    private String where() {
        var target = place.target();
        return target.region() == null ? "" : " in region " + target.region();
    }
}
