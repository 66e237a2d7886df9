package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.control.ControlPlane;
import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiEvent.Phase;
import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.event.TableFailure;
import dev.ensuregsis.engine.retry.ErrorClass;
import dev.ensuregsis.engine.retry.Failures;
import dev.ensuregsis.engine.retry.RetryClass;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Owns time and concurrency of a run: looks at each table, does what was decided, records it, and looks again. Holds no
 * rule about DynamoDB. Everything here runs on the timeline's one thread; only calls leave it.
 */
public final class ReconcileLoop {
    private final Timeline timeline;
    private final LoopOptions options;
    private final RandomGenerator random;
    private final Journal journal;
    private final TargetGate gate;
    private final Caller caller;
    private final PollingPace pace;
    private final Admission admission = new Admission();
    private final Map<String, TableWork> tables = new LinkedHashMap<>();
    private int unfinished;
    private boolean askingForAccount;
    private boolean admitting;
    private boolean timedOut;
    private boolean leftBuilding;
    private @Nullable Failure abortedBy;

    /**
     * Makes a loop for one run.
     *
     * @param definitions what is wanted
     * @param standings what the run may do for each index
     * @param controlPlane where to do it
     * @param check whether the account is the one that is meant
     * @param state where to record it
     * @param listener whom to tell
     * @param options how
     * @param timeline time
     * @param random where jitter comes from
     */
    public ReconcileLoop(
            Definitions definitions,
            Function<IndexId, Standing> standings,
            ControlPlane controlPlane,
            TargetCheck check,
            GsiStateManager state,
            GsiListener listener,
            LoopOptions options,
            Timeline timeline,
            RandomGenerator random) {
        this.timeline = timeline;
        this.options = options;
        this.random = random;
        this.journal = new Journal(state, listener);
        this.gate = new TargetGate(controlPlane, check);
        this.caller = new Caller(controlPlane, timeline);
        this.pace = PollingPace.of(options.rules().local());
        definitions.tables().forEach(table -> tables.put(table.name(), new TableWork(table, standings)));
    }

    /**
     * Runs until nothing is left to do, or nothing more can be done.
     *
     * @return how it ended
     * @throws InterruptedException if the thread is interrupted; what was recorded stays recorded
     */
    public LoopOutcome run() throws InterruptedException {
        unfinished = tables.size();
        var timeout = options.timeout();
        if (timeout != null) {
            timeline.schedule(timeout, () -> timedOut = unfinished > 0);
        }
        tables.values().forEach(this::look);
        timeline.runUntil(() -> unfinished == 0 || timedOut || abortedBy != null);
        return outcome();
    }

    /**
     * How things stand now.
     *
     * @return the outcome so far
     */
    public LoopOutcome outcome() {
        var reports = tables.values().stream()
                .flatMap(table -> table.indexes().stream())
                .map(IndexWork::report)
                .toList();
        var failedTables = tables.values().stream()
                .flatMap(table ->
                        Optional.ofNullable(table.failure())
                                .map(failure -> new TableFailure(table.name(), failure))
                                .stream())
                .toList();
        return new LoopOutcome(gate.target(), reports, failedTables, timedOut, leftBuilding, abortedBy);
    }

    private void lookAfter(Duration delay, TableWork table) {
        timeline.schedule(delay, () -> look(table));
    }

    private void look(TableWork table) {
        look(table, () -> act(table));
    }

    private void look(TableWork table, Runnable then) {
        caller.look(table.name(), answer -> {
            if (answer instanceof Caller.Result.Done<Optional<LiveTable>> done) {
                onLook(table, done.value(), then);
            } else if (answer instanceof Caller.Result.Refused<Optional<LiveTable>> refused) {
                admission.leave(table.name());
                onFailedLook(table, refused);
                admit();
            }
        });
    }

    private void onLook(TableWork table, Optional<LiveTable> live, Runnable then) {
        table.observe(live, timeline.now());
        if (!gate.isOpen()) {
            openGate(live.flatMap(LiveTable::accountId));
            return;
        }
        var objection = live.map(gate::objection).orElse(null);
        if (objection != null) {
            abort(objection);
            return;
        }
        then.run();
    }

    private void onFailedLook(TableWork table, Caller.Result.Refused<?> refused) {
        var error = refused.meaning();
        if (error instanceof ErrorClass.AbortRun abort) {
            abort(abort.failure());
        } else if (error instanceof ErrorClass.StopTable stop) {
            lookFailedForGood(table, stop.failure());
        } else if (error instanceof ErrorClass.StopIndex stop) {
            lookFailedForGood(table, stop.failure());
        } else if (error instanceof ErrorClass.SlowDown) {
            lookAfter(delay(RetryClass.THROTTLING, table.failedLook()), table);
        } else {
            var inARow = table.failedLook();
            if (inARow >= options.policies().of(RetryClass.LOOK).maxAttempts()) {
                abort(Failures.triesUsedUp(Failures.passing(refused.fault()), inARow));
            } else {
                lookAfter(delay(RetryClass.LOOK, inARow), table);
            }
        }
    }

    private void lookFailedForGood(TableWork table, Failure failure) {
        table.lookFailed(failure);
        if (gate.isOpen()) {
            failOpen(table, failure);
        } else {
            openGate(Optional.empty());
        }
    }

    /** By the first table that shows its account, else when every table was looked at by what the credentials say. */
    private void openGate(Optional<String> account) {
        if (account.isPresent()) {
            opened(account);
            return;
        }
        var undecided = tables.values().stream().anyMatch(table -> !table.wasLookedAt() && table.lookFailure() == null);
        if (undecided || askingForAccount) {
            return;
        }
        if (tables.values().stream().noneMatch(TableWork::wasLookedAt)) {
            // Not one look has succeeded: nothing may be recorded, so the failures are told and that is all.
            tables.values().forEach(table -> failOpen(table, Objects.requireNonNull(table.lookFailure())));
            return;
        }
        askingForAccount = true;
        caller.account(answer -> {
            if (!gate.isOpen()) {
                opened(answer);
            }
        });
    }

    private void opened(Optional<String> account) {
        var objection = gate.open(account);
        if (objection != null) {
            abort(objection);
            return;
        }
        journal.open();
        var indexes = tables.values().stream()
                .mapToInt(table -> table.indexes().size())
                .sum();
        journal.tell(new GsiEvent.RunStarted(gate.target(), tables.size(), indexes));
        tables.values().forEach(table -> {
            var failure = table.lookFailure();
            if (failure != null) {
                failOpen(table, failure);
            } else if (table.wasLookedAt()) {
                act(table);
            }
        });
    }

    /** Does what is decided until that takes time. */
    private void act(TableWork table) {
        while (!table.isFinished() && abortedBy == null) {
            var now = timeline.now();
            var decision = Reconciler.decide(table.definition(), table.observed(), table.record(now), options.rules());
            if (decision instanceof Decision.Wait wait) {
                await(table, wait);
                return;
            }
            table.notWaiting();
            if (decision instanceof Decision.CreateTable || decision instanceof Decision.CreateIndex) {
                admission.leave(table.name());
                admission.request(table.name(), table.remainingWork());
                admit();
                return;
            }
            if (decision instanceof Decision.Vanished vanished) {
                var index = table.index(vanished.indexName());
                index.vanished();
                setback(table, List.of(index), RetryClass.VANISHED, Objections.vanished());
                return;
            }
            settle(table, decision, now);
        }
    }

    private void settle(TableWork table, Decision decision, Instant now) {
        if (decision instanceof Decision.Adopt adopt) {
            var index = table.index(adopt.indexName());
            index.adopt(now);
            journal.adopted(index, now);
        } else if (decision instanceof Decision.Fail fail) {
            this.fail(table.index(fail.indexName()), fail.failure());
        } else if (decision instanceof Decision.GiveUp giveUp) {
            var index = table.index(giveUp.indexName());
            this.fail(index, Objects.requireNonNull(index.failure()));
        } else if (decision instanceof Decision.FailTable fail) {
            failOpen(table, fail.failure());
        } else if (decision instanceof Decision.Leave leave) {
            var index = table.index(leave.indexName());
            journal.left(index, index.standing());
            index.leave();
        } else {
            finish(table);
        }
    }

    private void await(TableWork table, Decision.Wait wait) {
        var now = timeline.now();
        var indexName = wait.indexName();
        var waited = table.waitedFor(indexName == null ? wait.phase().name() : indexName, now);
        table.indexes().stream()
                .filter(index -> index.isOpen() && index.id().indexName().equals(indexName))
                .filter(index -> index.startedAt() != null)
                .forEach(journal::takenUp);
        if (table.isTimeToTell(now, options.progressInterval())) {
            tellWaiting(table, indexName, wait.phase(), waited);
        }
        if (options.waitForActive()) {
            lookAfter(pace.nextLook(waited), table);
        } else {
            leftBuilding = true;
            finish(table);
        }
    }

    private void tellWaiting(TableWork table, @Nullable String indexName, Phase phase, Duration waited) {
        var items = table.observed().map(LiveTable::itemCount).orElse(0L);
        var remaining = tables.values().stream()
                .mapToInt(each -> each.openIndexes().size())
                .sum();
        journal.tell(new GsiEvent.Waiting(table.name(), indexName, phase, waited, items, remaining));
    }

    /** Lets as many tables send their call as may. A decision is taken on a fresh look, never on an old one. */
    private void admit() {
        if (admitting) {
            return;
        }
        admitting = true;
        for (var next = admission.next(); next.isPresent(); next = admission.next()) {
            var table = Objects.requireNonNull(tables.get(next.get()));
            if (table.sinceLook(timeline.now()).compareTo(pace.shortest()) > 0) {
                look(table, () -> send(table));
            } else {
                send(table);
            }
        }
        admitting = false;
    }

    private void send(TableWork table) {
        var now = timeline.now();
        var decision = Reconciler.decide(table.definition(), table.observed(), table.record(now), options.rules());
        if (decision instanceof Decision.CreateIndex create) {
            var indexes = table.subjects(List.of(create.call().index().name()));
            indexes.forEach(journal::creatingIndex);
            indexes.forEach(index -> index.asking(now));
            caller.createIndex(create.call(), table.createdByThisRun(), result -> onCall(table, indexes, result));
        } else if (decision instanceof Decision.CreateTable create) {
            var indexes = table.subjects(
                    create.call().indexes().stream().map(IndexDefinition::name).toList());
            journal.creatingTable(table.name(), indexes);
            indexes.forEach(index -> index.asking(now));
            caller.createTable(create.call(), result -> onCall(table, indexes, result));
        } else {
            // Things have changed since it got in line.
            admission.leave(table.name());
            act(table);
            admit();
        }
    }

    private void onCall(TableWork table, List<IndexWork> indexes, Caller.Result<?> result) {
        var now = timeline.now();
        if (result instanceof Caller.Result.Refused<?> refused) {
            onRefused(table, indexes, refused);
        } else {
            admission.answered(table.name());
            indexes.forEach(index -> index.accepted(now));
            if (table.observed().isEmpty()) {
                table.creationAccepted(now);
            }
            lookAfter(pace.shortest(), table);
        }
        admit();
    }

    private void onRefused(TableWork table, List<IndexWork> indexes, Caller.Result.Refused<?> refused) {
        var error = refused.meaning();
        var passing = Failures.passing(refused.fault());
        if (error instanceof ErrorClass.FewerTables fewer) {
            onAccountBusy(table, fewer, passing);
            return;
        }
        admission.leave(table.name());
        if (error instanceof ErrorClass.Exists) {
            saidToExist(table, indexes);
        } else if (error instanceof ErrorClass.Wait) {
            setback(table, indexes, RetryClass.TABLE_BUSY, passing);
        } else if (error instanceof ErrorClass.SlowDown) {
            setback(table, indexes, RetryClass.THROTTLING, passing);
        } else if (error instanceof ErrorClass.BackOff backOff) {
            setback(table, indexes, backOff.retryClass(), passing);
        } else if (error instanceof ErrorClass.StopIndex stop) {
            giveUp(table, indexes, stop.failure());
        } else if (error instanceof ErrorClass.StopTable stop) {
            failOpen(table, stop.failure());
        } else if (error instanceof ErrorClass.AbortRun abort) {
            abort(abort.failure());
        }
    }

    /** The table waits in line for another of this run to finish; where there is none, for a while. */
    private void onAccountBusy(TableWork table, ErrorClass.FewerTables fewer, Failure passing) {
        var othersInFlight = admission.refused(table.name(), fewer.limit());
        if (!options.waitForActive()) {
            leftBuilding = true;
            finish(table);
            return;
        }
        var waited = table.waitedFor(Phase.ACCOUNT_BUSY.name(), timeline.now());
        if (table.isTimeToTell(timeline.now(), options.progressInterval())) {
            tellWaiting(table, null, Phase.ACCOUNT_BUSY, waited);
        }
        admission.request(table.name(), table.remainingWork());
        if (!othersInFlight) {
            tryAgainAfter(table, table.openSubjects(), RetryClass.TABLES_IN_FLIGHT, passing)
                    .ifPresent(this::holdBack);
        }
    }

    /** Others use up the account's limit: one call after another finds out when that is over, not one per table. */
    private void holdBack(Duration delay) {
        admission.holdBack(true);
        timeline.schedule(delay, () -> {
            admission.holdBack(false);
            admit();
        });
    }

    private void saidToExist(TableWork table, List<IndexWork> indexes) {
        if (table.observed().isEmpty()) {
            table.saidToExist(timeline.now());
        } else {
            indexes.forEach(index -> index.saidToExist(timeline.now()));
        }
        lookAfter(pace.shortest(), table);
    }

    /** Looks again after a delay, and then tries again if the policy of the setback's class allows another try. */
    private void setback(TableWork table, List<IndexWork> indexes, RetryClass retryClass, Failure failure) {
        tryAgainAfter(table, indexes, retryClass, failure).ifPresent(delay -> lookAfter(delay, table));
    }

    /** When to try again; empty if the tries are used up. */
    private Optional<Duration> tryAgainAfter(
            TableWork table, List<IndexWork> indexes, RetryClass retryClass, Failure failure) {
        var policy = options.policies().of(retryClass);
        var times = 0;
        var usedUp = false;
        for (var index : indexes) {
            times = index.setback(retryClass, policy.usesAttempt());
            usedUp |= times >= policy.maxAttempts()
                    || (policy.usesAttempt()
                            && index.failedAttempts() >= options.policies().maxAttempts());
        }
        if (usedUp) {
            var tries = Math.max(times, indexes.get(0).failedAttempts());
            exhausted(table, indexes, Failures.triesUsedUp(failure, tries), policy.cap());
            return Optional.empty();
        }
        var delay = delay(retryClass, times);
        if (policy.usesAttempt()) {
            indexes.forEach(index -> journal.attemptFailed(index, failure, delay));
        }
        return Optional.of(delay);
    }

    /** The last call may have landed, so there is one more look before they are given up, late enough to show it. */
    private void exhausted(TableWork table, List<IndexWork> indexes, Failure failure, Duration delay) {
        admission.leave(table.name());
        if (indexes.get(0).isTable()) {
            giveUp(table, indexes, failure);
        } else {
            indexes.forEach(index -> index.exhausted(failure));
            lookAfter(delay, table);
        }
    }

    private Duration delay(RetryClass retryClass, int setbacks) {
        return options.policies().of(retryClass).delayAfter(setbacks, random);
    }

    private void fail(IndexWork index, Failure failure) {
        index.fail(timeline.now(), failure);
        journal.failed(index, failure);
    }

    /** Goes on with the table's other indexes; a table without any has nothing to go on with. */
    private void giveUp(TableWork table, List<IndexWork> indexes, Failure failure) {
        indexes.forEach(index -> fail(index, failure));
        if (indexes.get(0).isTable()) {
            finish(table);
        } else {
            act(table);
        }
    }

    private void failOpen(TableWork table, Failure failure) {
        table.openSubjects().forEach(index -> fail(index, failure));
        finish(table);
    }

    private void finish(TableWork table) {
        if (!table.isFinished()) {
            table.finish();
            unfinished--;
        }
        admission.leave(table.name());
        admit();
    }

    private void abort(Failure failure) {
        if (abortedBy == null) {
            abortedBy = failure;
            journal.tell(new GsiEvent.RunAborted(failure));
        }
    }
}
