package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.control.ControlPlane;
import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiEvent.Phase;
import dev.ensuregsis.engine.event.TableFailure;
import dev.ensuregsis.engine.retry.ErrorClass;
import dev.ensuregsis.engine.retry.Failures;
import dev.ensuregsis.engine.retry.RetryClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One loop per table: looks at it, has what was decided done, records it, and looks again. Holds no rule about DynamoDB.
 * Everything here runs on the timeline's one thread; only calls leave it.
 */
final class TableLoops implements Steps {
    private final OpenIndexes open;
    private final Timeline timeline;
    private final LoopOptions options;
    private final RandomGenerator random;
    private final Journal journal;
    private final TargetGate gate;
    private final Caller caller;
    private final PollingPace pace;
    private final Changes changes;
    private final Opening opening;
    private final Map<String, TableWork> tables = new LinkedHashMap<>();
    private int unfinished;
    private boolean leftBuilding;
    private @Nullable Failure abortedBy;

    TableLoops(
            Collection<TableWork> works,
            OpenIndexes open,
            ControlPlane controlPlane,
            TargetCheck check,
            Journal journal,
            LoopOptions options,
            Timeline timeline,
            RandomGenerator random) {
        this.open = open;
        this.timeline = timeline;
        this.options = options;
        this.random = random;
        this.journal = journal;
        this.gate = new TargetGate(controlPlane, check);
        this.caller = new Caller(controlPlane, timeline, journal::tell);
        this.pace = PollingPace.of(options.rules().local());
        this.changes = new Changes(timeline, options, random, journal, caller, this);
        this.opening = new Opening(works, gate, caller, journal, options.rules(), this);
        works.forEach(table -> tables.put(table.name(), table));
    }

    void start() {
        unfinished = tables.size();
        opening.begin();
    }

    boolean isOver() {
        return unfinished == 0 || abortedBy != null;
    }

    LoopOutcome outcome(boolean timedOut) {
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

    @Override
    public void lookAfter(Duration delay, TableWork table) {
        timeline.schedule(delay, () -> look(table));
    }

    private void look(TableWork table) {
        look(table, () -> act(table));
    }

    @Override
    public void look(TableWork table, Runnable then) {
        caller.look(table.name(), answer -> {
            if (answer instanceof Caller.Result.Done<Optional<LiveTable>> done) {
                onLook(table, done.value(), then);
            } else if (answer instanceof Caller.Result.Refused<Optional<LiveTable>> refused) {
                changes.withdraw(table);
                onFailedLook(table, refused);
            }
        });
    }

    @Override
    public void onLook(TableWork table, Optional<LiveTable> live, Runnable then) {
        table.observe(live, timeline.now());
        if (!gate.isOpen()) {
            opening.onFirstLook();
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
            opening.onFirstLook();
        }
    }

    @Override
    public void act(TableWork table) {
        while (!table.isFinished() && abortedBy == null) {
            var now = timeline.now();
            var decision = Reconciler.decide(table.definition(), table.observed(), table.record(now), options.rules());
            if (decision instanceof Decision.Wait wait) {
                await(table, wait);
                return;
            }
            table.notWaiting();
            if (decision instanceof Decision.CreateTable || decision instanceof Decision.CreateIndex) {
                changes.request(table);
                return;
            }
            if (decision instanceof Decision.Vanished vanished) {
                var index = table.index(vanished.indexName());
                index.vanished();
                changes.setback(table, List.of(index), RetryClass.VANISHED, Objections.vanished());
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
        var indexName = wait.indexName();
        table.indexes().stream()
                .filter(index -> index.isOpen() && index.id().indexName().equals(indexName))
                .filter(index -> index.startedAt() != null)
                .forEach(journal::takenUp);
        var waited = waits(table, indexName, wait.phase());
        if (options.waitForActive()) {
            lookAfter(pace.nextLook(waited), table);
        } else {
            leaveBuilding(table);
        }
    }

    @Override
    public void leaveBuilding(TableWork table) {
        leftBuilding = true;
        finish(table);
    }

    @Override
    public Duration waits(TableWork table, @Nullable String indexName, Phase phase) {
        var now = timeline.now();
        var waited = table.waitedFor(indexName == null ? phase.name() : indexName, now);
        if (table.isTimeToTell(now, options.progressInterval())) {
            journal.tell(table.waiting(indexName, phase, waited, open.count()));
        }
        return waited;
    }

    private Duration delay(RetryClass retryClass, int setbacks) {
        return options.policies().of(retryClass).delayAfter(setbacks, random);
    }

    private void fail(IndexWork index, Failure failure) {
        index.fail(timeline.now(), failure);
        journal.failed(index, failure);
    }

    @Override
    public void giveUp(TableWork table, List<IndexWork> indexes, Failure failure) {
        indexes.forEach(index -> fail(index, failure));
        if (indexes.get(0).isTable()) {
            finish(table);
        } else {
            act(table);
        }
    }

    @Override
    public void failOpen(TableWork table, Failure failure) {
        table.openSubjects().forEach(index -> fail(index, failure));
        finish(table);
    }

    @Override
    public void finish(TableWork table) {
        if (!table.isFinished()) {
            table.finish();
            unfinished--;
        }
        changes.withdraw(table);
    }

    @Override
    public void abort(Failure failure) {
        if (abortedBy == null) {
            abortedBy = failure;
            journal.tell(new GsiEvent.RunAborted(failure));
        }
    }
}
