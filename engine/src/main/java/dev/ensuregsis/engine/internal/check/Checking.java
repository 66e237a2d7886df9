package dev.ensuregsis.engine.internal.check;

import dev.ensuregsis.engine.check.CheckForecast;
import dev.ensuregsis.engine.check.CheckForecast.TableForecast;
import dev.ensuregsis.engine.check.CheckListener;
import dev.ensuregsis.engine.check.CheckReport;
import dev.ensuregsis.engine.check.ReadLimit;
import dev.ensuregsis.engine.check.TableCheck;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.internal.estimate.Prices;
import dev.ensuregsis.engine.internal.reconcile.RightTarget;
import dev.ensuregsis.engine.internal.reconcile.Survey;
import dev.ensuregsis.engine.internal.reconcile.Survey.Seen;
import dev.ensuregsis.engine.internal.reconcile.Survey.Surveyed;
import dev.ensuregsis.engine.spi.ReadableTable;
import dev.ensuregsis.engine.spi.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One check: a look at every table, what will be read, then table after table, each looked at once more when it is read. */
public final class Checking {
    private final Means means;
    private final Orders orders;
    private final CheckListener listener;
    private final OnlyLooks looks;

    /**
     * Makes one.
     *
     * @param means what tables are read with
     * @param orders what the user wants
     * @param listener is told of it
     */
    public Checking(Means means, Orders orders, CheckListener listener) {
        this.means = means;
        this.orders = orders;
        this.listener = listener;
        this.looks = new OnlyLooks(means.items());
    }

    /**
     * Checks tables.
     *
     * @param definitions the tables, with those of their indexes that are selected
     * @return what was found
     * @throws CouldNotLookException if no table could be looked at, or they belong to another account
     * @throws InterruptedException if the thread is interrupted; the journal has what was read
     */
    public CheckReport check(Definitions definitions) throws InterruptedException {
        var begun = means.timeline().now();
        var names = definitions.tables().stream().map(TableDefinition::name).toList();
        var surveyed = look(names);
        var target = target(surveyed);
        var assignments = new LinkedHashMap<String, Assignment>();
        for (var table : definitions.tables()) {
            assignment(table).ifPresent(assignment -> assignments.put(table.name(), assignment));
        }
        var toRead = List.copyOf(assignments.values());
        listener.begins(forecast(target, toRead));
        var results = new ArrayList<TableCheck>();
        Failure abortedBy = null;
        int done = 0;
        for (var table : definitions.tables()) {
            var assignment = assignments.get(table.name());
            if (assignment == null) {
                results.add(
                        notRead(table, Objects.requireNonNull(surveyed.tables().get(table.name()))));
            } else if (abortedBy != null) {
                results.add(Result.of(assignment, abortedBy));
            } else {
                var progress = new Progress(toRead, done++, listener);
                var scan = new TableScan(assignment, means, progress::tell);
                scan.run();
                abortedBy = scan.endsAll() ? scan.failure() : null;
                results.add(Result.of(scan, scan.failure() == null ? again(assignment) : null));
            }
        }
        return new CheckReport(
                target, orders.sample(), begun.wall(), means.timeline().now().wall(), results, abortedBy);
    }

    private static CheckForecast forecast(Target target, List<Assignment> toRead) {
        var tables = toRead.stream().map(Assignment::forecast).toList();
        var units = tables.stream().mapToDouble(TableForecast::readUnits).sum();
        return new CheckForecast(
                target,
                tables,
                Prices.of(target.region()).map(prices -> prices.ofReads(units)).orElse(null));
    }

    private Surveyed look(List<String> names) throws InterruptedException {
        return new Survey(looks, means.policies(), means.timeline(), means.random()).lookAt(names);
    }

    /** Nothing is read before it is known to be the right account's. */
    private Target target(Surveyed surveyed) {
        var seen = surveyed.target();
        var found = orders.expectedAccount() == null || seen.accountId() != null
                ? seen
                : new Target(looks.callerAccount().orElse(null), seen.region(), seen.endpoint());
        var right = new RightTarget(orders.expectedAccount(), Target.UNKNOWN, "", looks.isLocal());
        right.objection(found).ifPresent(objection -> {
            throw new CouldNotLookException(objection);
        });
        return found;
    }

    private Optional<Assignment> assignment(TableDefinition defined) {
        return looks.seen(defined.name())
                .map(table -> Subject.of(defined, table, orders.sample(), orders.selected()))
                .filter(subject -> !subject.indexes().isEmpty())
                .map(this::assignment);
    }

    private Assignment assignment(Subject subject) {
        var limit = ReadLimit.of(subject.table(), orders.readCapacity(), looks.isLocal());
        var fresh = Assignment.of(
                subject, orders.sample(), limit, looks.isLocal(), means.random().nextLong() | 1);
        var reached = means.journal().reached(subject.name());
        if (reached.isPresent() && reached.get().subject().equals(subject.fingerprint())) {
            return fresh.from(reached.get(), orders.sample());
        }
        reached.ifPresent(another -> means.journal().restarted(subject.name()));
        return fresh;
    }

    private static TableCheck notRead(TableDefinition table, Seen seen) {
        boolean exists = seen.table() != null;
        var note = seen.failure() != null
                ? List.<String>of()
                : List.of(
                        exists
                                ? "no index is defined, and it has none"
                                : "the table does not exist, so there are no items");
        return new TableCheck(
                table.name(),
                exists || seen.failure() != null,
                seen.failure() == null,
                0,
                0,
                List.of(),
                note,
                seen.failure());
    }

    /** What the table shows when it is read. */
    private @Nullable Again again(Assignment assignment) throws InterruptedException {
        var name = assignment.subject().name();
        try {
            var seen = Objects.requireNonNull(look(List.of(name)).tables().get(name));
            return new Again(looks.seen(name).orElse(null), seen.failure());
        } catch (CouldNotLookException unanswered) {
            return new Again(null, unanswered.failure());
        }
    }

    /**
     * What a look after the reading showed.
     *
     * @param table the table; null if there is none, or it could not be looked at
     * @param failure why it could not be looked at; null if it was
     */
    record Again(@Nullable ReadableTable table, @Nullable Failure failure) {}
}
