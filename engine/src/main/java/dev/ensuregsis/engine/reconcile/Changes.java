package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent.Phase;
import dev.ensuregsis.engine.retry.ErrorClass;
import dev.ensuregsis.engine.retry.Failures;
import dev.ensuregsis.engine.retry.RetryClass;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Sends the calls that change something, as many at a time as are admitted, and does what their answers ask for: waits,
 * tries again or gives up. Runs on the loop's thread only.
 */
final class Changes {
    /** How old a look may be that something is decided on. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Timeline timeline;
    private final LoopOptions options;
    private final RandomGenerator random;
    private final Journal journal;
    private final Caller caller;
    private final Steps steps;
    private final PollingPace pace;
    private final Admission admission = new Admission();
    private final Map<String, TableWork> waiting = new HashMap<>();
    private boolean admitting;

    Changes(
            Timeline timeline,
            LoopOptions options,
            RandomGenerator random,
            Journal journal,
            Caller caller,
            Steps steps) {
        this.timeline = timeline;
        this.options = options;
        this.random = random;
        this.journal = journal;
        this.caller = caller;
        this.steps = steps;
        this.pace = PollingPace.of(options.rules().local());
    }

    /** The table has a change to make: it is sent when it is admitted. */
    void request(TableWork table) {
        admission.leave(table.name());
        getInLine(table);
        admit();
    }

    /** The table has nothing in flight and nothing to send. */
    void withdraw(TableWork table) {
        waiting.remove(table.name());
        admission.leave(table.name());
        admit();
    }

    private void getInLine(TableWork table) {
        waiting.put(table.name(), table);
        // An emulator limits the tables that get an index while they exist, not those that are created with theirs.
        var unlimited = options.rules().local() && table.observed().isEmpty();
        admission.request(table.name(), table.remainingWork(), unlimited);
    }

    /** Lets as many tables send their call as may. A decision is taken on a fresh look, never on an old one. */
    private void admit() {
        if (admitting) {
            return;
        }
        admitting = true;
        for (var next = admission.next(); next.isPresent(); next = admission.next()) {
            var table = Objects.requireNonNull(waiting.remove(next.get()));
            if (table.sinceLook(timeline.now()).compareTo(FRESH) > 0) {
                steps.look(table, () -> send(table));
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
            journal.creatingTable(create.call(), indexes);
            indexes.forEach(index -> index.asking(now));
            caller.createTable(create.call(), result -> onCall(table, indexes, result));
        } else {
            // Things have changed since it got in line.
            withdraw(table);
            steps.act(table);
        }
    }

    private void onCall(TableWork table, List<IndexWork> indexes, Caller.Result<Optional<LiveTable>> result) {
        if (result instanceof Caller.Result.Refused<Optional<LiveTable>> refused) {
            onRefused(table, indexes, refused);
        } else if (result instanceof Caller.Result.Done<Optional<LiveTable>> done) {
            admission.answered(table.name());
            var isNew = table.observed().isEmpty();
            done.value()
                    .ifPresentOrElse(
                            answer -> steps.onLook(table, Optional.of(answer), () -> {
                                accepted(table, indexes, isNew);
                                steps.act(table);
                            }),
                            () -> {
                                accepted(table, indexes, isNew);
                                steps.lookAfter(pace.shortest(), table);
                            });
        }
        admit();
    }

    /** What an answer shows is as good as a look, but only a later look proves that something came of the call. */
    private void accepted(TableWork table, List<IndexWork> indexes, boolean isNew) {
        var now = timeline.now();
        indexes.forEach(index -> index.accepted(now));
        if (isNew) {
            table.creationAccepted(now);
        }
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
            steps.giveUp(table, indexes, stop.failure());
        } else if (error instanceof ErrorClass.StopTable stop) {
            steps.failOpen(table, stop.failure());
        } else if (error instanceof ErrorClass.AbortRun abort) {
            steps.abort(abort.failure());
        }
    }

    /** The table waits in line for another of this run to finish; where there is none, for a while. */
    private void onAccountBusy(TableWork table, ErrorClass.FewerTables fewer, Failure passing) {
        var othersInFlight = admission.refused(table.name(), fewer.limit());
        if (!options.waitForActive()) {
            steps.leaveBuilding(table);
            return;
        }
        steps.waits(table, null, Phase.ACCOUNT_BUSY);
        getInLine(table);
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
        steps.lookAfter(pace.shortest(), table);
    }

    /** Looks again after a delay, and then tries again if the policy of the setback's class allows another try. */
    void setback(TableWork table, List<IndexWork> indexes, RetryClass retryClass, Failure failure) {
        tryAgainAfter(table, indexes, retryClass, failure).ifPresent(delay -> steps.lookAfter(delay, table));
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
        var delay = policy.delayAfter(times, random);
        if (policy.usesAttempt()) {
            indexes.forEach(index -> journal.attemptFailed(index, failure, delay));
        }
        return Optional.of(delay);
    }

    /** The last call may have landed, so there is one more look before they are given up, late enough to show it. */
    private void exhausted(TableWork table, List<IndexWork> indexes, Failure failure, Duration delay) {
        admission.leave(table.name());
        if (indexes.get(0).isTable()) {
            steps.giveUp(table, indexes, failure);
        } else {
            indexes.forEach(index -> index.exhausted(failure));
            steps.lookAfter(delay, table);
        }
    }
}
