package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.internal.estimate.EarlierBuilds;
import dev.ensuregsis.engine.internal.estimate.Estimator;
import dev.ensuregsis.engine.internal.estimate.PlannedTable;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import dev.ensuregsis.engine.spi.StoredState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The beginning of a run: nothing is changed and nothing recorded before one look has succeeded and the account was
 * checked; and, so that what the run is about to do can be said before it does any of it, not before every table was
 * looked at, but for those whose looks fail or don't come. On the loop's thread only.
 */
final class Opening {
    /** How long the others are waited for when one look has succeeded. A look seldom takes a tenth of it. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Collection<TableWork> tables;
    private final TargetGate gate;
    private final Journal journal;
    private final LoopOptions options;
    private final Errand errand;
    private final ProgressWatch progress;
    private boolean graceIsRunning;
    private boolean graceIsOver;
    private boolean asking;
    private boolean accountIsUntold;

    Opening(
            Collection<TableWork> tables,
            TargetGate gate,
            Journal journal,
            Assignment assignment,
            ProgressWatch progress) {
        this.tables = tables;
        this.gate = gate;
        this.journal = journal;
        this.options = assignment.options();
        this.errand = assignment.errand();
        this.progress = progress;
    }

    /**
     * Looks at every table. An emulator is often empty still, and a list costs there what one look does: where tables are to
     * be created, it says first which of them need a look.
     */
    Next begin() {
        var rules = options.rules();
        return rules.local() && rules.createTables() && tables.size() > 1
                ? new Next.ListTables()
                : all(tables, Opening::lookNow);
    }

    /** Tables that are not listed need no look. */
    Next listed(Caller.Result<Set<String>> answer, Moment now) {
        if (!(answer instanceof Caller.Result.Done<Set<String>> list)) {
            return all(tables, Opening::lookNow);
        }
        var absent = tables.stream()
                .filter(table -> !list.value().contains(table.name()))
                .toList();
        absent.forEach(table -> table.observe(Optional.empty(), now));
        var looks = new ArrayList<Next>();
        tables.stream()
                .filter(table -> list.value().contains(table.name()))
                .forEach(table -> looks.add(lookNow(table)));
        if (!absent.isEmpty()) {
            looks.add(onFirstLook());
        }
        return new Next.AllOf(looks);
    }

    private static Next lookNow(TableWork table) {
        return new Next.Look(table, Duration.ZERO, Next.Purpose.DECIDE);
    }

    /**
     * A first look has shown something, or has failed: when all have done either, and one has succeeded, the account is
     * that of the tables, else the caller's.
     */
    Next onFirstLook() {
        if (asking) {
            return Next.NOTHING;
        }
        if (tables.stream().noneMatch(TableWork::wasLookedAt)) {
            // Not one look has succeeded: nothing may be recorded. If none will, the failures are told and that is all.
            return tables.stream().allMatch(table -> table.lookFailure() != null)
                    ? all(tables, Opening::unseen)
                    : Next.NOTHING;
        }
        var awaited = tables.stream().anyMatch(table -> !table.wasLookedAt() && !table.lookHasFailed());
        if (awaited && !graceIsOver) {
            return startGrace();
        }
        asking = true;
        var account = shownAccount();
        return account.isPresent() || accountIsUntold ? account(account) : new Next.AskForAccount();
    }

    private Optional<String> shownAccount() {
        return live().stream().flatMap(table -> table.accountId().stream()).findFirst();
    }

    private Next startGrace() {
        if (graceIsRunning) {
            return Next.NOTHING;
        }
        graceIsRunning = true;
        return new Next.BeginAfter(GRACE);
    }

    Next graceIsOver() {
        graceIsOver = true;
        return onFirstLook();
    }

    /** The credentials tell the account, or don't: then a table that wasn't seen yet may, if one is needed. */
    Next account(Optional<String> told) {
        var account = told.or(this::shownAccount);
        gate.account(account);
        if (account.isEmpty() && (gate.lacksAccount() || journal.needsAccount()) && oneMayStillBeSeen()) {
            return awaitOneThatTells();
        }
        return journal.needsAccount() ? new Next.ReadState() : open();
    }

    private boolean oneMayStillBeSeen() {
        return tables.stream().anyMatch(Opening::mayStillBeSeen);
    }

    private static boolean mayStillBeSeen(TableWork table) {
        return !table.wasLookedAt() && table.lookFailure() == null;
    }

    private Next awaitOneThatTells() {
        if (!accountIsUntold) {
            journal.tell(
                    new GsiEvent.Warned("Nothing seen so far tells which account the credentials belong to: waiting"
                            + " for a look at "
                            + tables.stream()
                                    .filter(Opening::mayStillBeSeen)
                                    .map(TableWork::name)
                                    .collect(Collectors.joining(", "))));
        }
        accountIsUntold = true;
        asking = false;
        return Next.NOTHING;
    }

    /** The state is known, as the account is. */
    Next state(StoredState found) {
        journal.found(found);
        gate.recorded(journal.earlierRuns().target());
        journal.tellFound(options.retryFailed());
        return open();
    }

    private Next open() {
        var objection = gate.open()
                .or(this::stateLacksAccount)
                .or(() -> live().stream()
                        .flatMap(table -> gate.objection(table).stream())
                        .findFirst());
        if (objection.isPresent()) {
            return new Next.End(objection.get());
        }
        stand();
        journal.begin(gate.target());
        var started = started();
        progress.expects(started.estimate());
        journal.tell(started);
        tables.stream()
                .filter(Opening::mayStillBeSeen)
                .forEach(table -> journal.tell(new GsiEvent.NotSeenYet(table.name(), table.lastLookFailure())));
        return all(tables, Opening::goOn);
    }

    private Optional<Failure> stateLacksAccount() {
        return journal.needsAccount()
                ? RightTarget.stateLacksAccount(
                        journal.store().place(), gate.target().accountId())
                : Optional.empty();
    }

    /** What the run may do for each index, by what earlier runs left. */
    void stand() {
        takeUp();
        var earlierRuns = journal.earlierRuns();
        if (errand.isForNamedOnes()) {
            return;
        }
        tables.forEach(table -> table.stand(id -> earlierRuns.standing(id, options.retryFailed())));
    }

    /** What earlier runs began and did not end; known anew when the state is open, as another may have gone on with it. */
    void takeUp() {
        var raised = options.mayLower() ? journal.removals().raised() : Map.<String, Map<String, RaisedCapacity>>of();
        for (var table : tables) {
            table.indexes().forEach(index -> index.heldUntil(journal.heldUntil(index.id())));
            table.leftRaised(raised.getOrDefault(table.name(), Map.of()));
        }
    }

    private static Next goOn(TableWork table) {
        if (table.lookFailure() != null) {
            return unseen(table);
        }
        return table.wasLookedAt() ? new Next.Decide(table) : Next.NOTHING;
    }

    private static Next unseen(TableWork table) {
        return new Next.FailTable(table, Objects.requireNonNull(table.lookFailure()));
    }

    private static Next all(Collection<TableWork> tables, Function<TableWork, Next> each) {
        return new Next.AllOf(tables.stream().map(each).toList());
    }

    private List<LiveTable> live() {
        return tables.stream().flatMap(table -> table.observed().stream()).toList();
    }

    private GsiEvent.RunStarted started() {
        var tablesToCreate = 0;
        var indexes = new HashMap<IndexId, PlannedAction>();
        var planned = new ArrayList<PlannedTable>();
        for (var table : tables) {
            var forecast = table.forecast(options.rules());
            tablesToCreate += forecast.createsTable() ? 1 : 0;
            var actions = new LinkedHashMap<String, PlannedAction>();
            forecast.indexes().forEach(index -> actions.put(index.index().name(), index.action()));
            actions.forEach((index, action) -> indexes.put(new IndexId(table.name(), index), action));
            planned.add(new PlannedTable(
                    table.definition(),
                    table.observed(),
                    actions,
                    options.rules().backfillWrite()));
        }
        var target = gate.target();
        var estimate = Estimator.knows(target, options.rules().local())
                ? Estimator.of(planned, EarlierBuilds.of(journal.earlierRuns().found()), target)
                : null;
        return new GsiEvent.RunStarted(target, tables.size(), tablesToCreate, indexes, estimate);
    }
}
