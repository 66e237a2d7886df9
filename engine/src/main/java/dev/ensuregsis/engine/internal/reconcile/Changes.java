package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.internal.retry.ErrorClass;
import dev.ensuregsis.engine.internal.retry.Failures;
import dev.ensuregsis.engine.spi.RetryClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Admits the calls that change something, as many at a time as may be, announces them, and says what their answers ask
 * for: to wait, to try again or to give up. On the loop's thread only.
 */
final class Changes {
    /** How old a look may be that something is decided on. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Timeline timeline;
    private final LoopOptions options;
    private final Journal journal;
    private final Setbacks setbacks;
    private final Waits waits;
    private final Admission admission = new Admission();
    private final Map<String, TableWork> waiting = new HashMap<>();
    private final List<TableWork> waitingForState = new ArrayList<>();
    private final Announcements announcements;

    Changes(Timeline timeline, LoopOptions options, Journal journal, Setbacks setbacks, Waits waits) {
        this.timeline = timeline;
        this.options = options;
        this.journal = journal;
        this.setbacks = setbacks;
        this.waits = waits;
        this.announcements = new Announcements(journal);
    }

    /** The table has a change to make: it is sent when it is admitted. */
    Next request(TableWork table) {
        admission.leave(table.name());
        getInLine(table);
        return admit();
    }

    /** The table has nothing in flight and nothing to send. */
    Next withdraw(TableWork table) {
        waiting.remove(table.name());
        admission.leave(table.name());
        return admit();
    }

    private void getInLine(TableWork table) {
        waiting.put(table.name(), table);
        // An emulator limits the tables that get an index while they exist, not those that are created with theirs.
        var unlimited = options.rules().local() && table.observed().isEmpty();
        admission.request(table.name(), table.remainingWork(), unlimited);
    }

    /** Lets as many tables send their call as may. A decision is taken on a fresh look, never on an old one. */
    private Next admit() {
        var admitted = new ArrayList<Next>();
        for (var next = admission.next(); next.isPresent(); next = admission.next()) {
            admitted.add(whenFresh(Objects.requireNonNull(waiting.remove(next.get()))));
        }
        return new Next.AllOf(admitted);
    }

    private Next whenFresh(TableWork table) {
        return table.sinceLook(timeline.now()).compareTo(FRESH) > 0 ? lookThenSend(table) : new Next.Send(table);
    }

    private static Next lookThenSend(TableWork table) {
        return new Next.Look(table, Duration.ZERO, Next.Purpose.SEND);
    }

    /** Others use up the account's limit no longer, perhaps. */
    Next admitAgain() {
        admission.holdBack(false);
        return admit();
    }

    /** Nothing is sent before it is announced where it will be found again. */
    Next untilStateIsOpen(TableWork table) {
        waitingForState.add(table);
        return waitingForState.size() == 1 ? new Next.OpenState() : Next.NOTHING;
    }

    /** Nothing is begun while the state doesn't keep what was announced, or may be another's. */
    Next untilStateIsClear(TableWork table) {
        waitingForState.add(table);
        return waitingForState.size() == 1 ? new Next.AwaitClearance() : Next.NOTHING;
    }

    /**
     * The state is this run's: what waited for it goes on. Until now it may have been another's, who replaced what this run is
     * about to delete: nothing is deleted by a look from before.
     */
    Next stateIsTaken() {
        return goOn(table -> table.losesIndexes() ? lookThenSend(table) : whenFresh(table));
    }

    /** The state keeps what was announced, and is surely this run's: what waited for that goes on. */
    Next stateIsClear() {
        return goOn(this::whenFresh);
    }

    private Next goOn(Function<TableWork, Next> how) {
        var admitted = waitingForState.stream().map(how).toList();
        waitingForState.clear();
        return new Next.AllOf(admitted);
    }

    /** The change to be sent by a decision, announced; empty if it isn't one, as things have changed in the line. */
    Optional<Change> announced(TableWork table, Decision decision, Moment now) {
        return announcements.of(table, decision, now);
    }

    /** An announcement is kept: what it announces is sent, unless that took so long that it has to be made anew. */
    Next kept(TableWork table, Change change) {
        return announcements.isPunctual(table, timeline.now()) ? new Next.Transmit(table, change) : whenFresh(table);
    }

    /** What came of a change that was sent, if it was accepted. */
    void accepted(TableWork table, Change change, boolean tableIsNew) {
        var now = timeline.now();
        announcements.areOver(table);
        table.refusals().areOver();
        change.works().forEach(work -> change.effect().accepted(work, now));
        change.deletions().forEach(journal.removals()::answered);
        change.creations().forEach(index -> journal.creationAccepted(index.id()));
        if (tableIsNew) {
            table.creationAccepted(now);
        }
    }

    /** A call was answered: others may be admitted. */
    Next answered(TableWork table) {
        admission.answered(table.name());
        return admit();
    }

    /** What comes next after a change was refused. */
    Next refused(TableWork table, Change change, Caller.Result.Refused<?> refused) {
        if (!(refused.meaning() instanceof ErrorClass.HeldBack)) {
            announcements.areOver(table);
            change.deletions()
                    .forEach(index -> journal.removals().refused(index, refused.mayStillTakeEffect(), timeline.now()));
        }
        var next = refused.meaning().match(new Refusing(table, change, Failures.passing(refused.fault())));
        return new Next.AllOf(List.of(next, admit()));
    }

    /** The line of the table's account is held up; it waits for another of this run to finish, or for a while. */
    private Next accountBusy(
            TableWork table, List<? extends Work> refused, ErrorClass.FewerTables fewer, Failure passing) {
        var othersInFlight = admission.refused(table.name(), fewer.limit());
        var inARow = table.refusals().byOthers(timeline.now());
        waits.refused(table, refused, new Waits.Refusal(Phase.ACCOUNT_BUSY, inARow, passing));
        if (!options.waitForActive()) {
            return new Next.Finish(table, true);
        }
        getInLine(table);
        if (othersInFlight) {
            return Next.NOTHING;
        }
        var works = table.openSubjects();
        var delay = setbacks.count(works, RetryClass.TABLES_IN_FLIGHT, passing);
        if (delay.isEmpty()) {
            waiting.remove(table.name());
            admission.leave(table.name());
            return setbacks.usedUp(table, works, RetryClass.TABLES_IN_FLIGHT, passing);
        }
        // Others use up the account's limit: one call after another finds out when that is over, not one per table.
        admission.holdBack(true);
        return new Next.AdmitAfter(delay.get());
    }

    /** What a refusal asks for, by its meaning. */
    private final class Refusing implements ErrorClass.Cases<Next> {
        private final TableWork table;
        private final Change change;
        private final List<? extends Work> works;
        private final Failure passing;

        Refusing(TableWork table, Change change, Failure passing) {
            this.table = table;
            this.change = change;
            this.works = change.works();
            this.passing = passing;
        }

        private Next setback(RetryClass retryClass) {
            admission.leave(table.name());
            return setbacks.lookAgain(table, works, retryClass, passing);
        }

        @Override
        public Next fewerTables(ErrorClass.FewerTables fewer) {
            return accountBusy(table, works, fewer, passing);
        }

        /** The table is in use. One that says so for ever, and is not, ends the wait. */
        @Override
        public Next wait(ErrorClass.Wait wait) {
            var now = timeline.now();
            var inARow = table.refusals().byTable(now);
            waits.refused(table, works, new Waits.Refusal(Phase.TABLE_BUSY, inARow, passing));
            var stalledFor = table.refusals().stalledFor(now);
            if (stalledFor.compareTo(options.stallTimeout()) >= 0) {
                admission.leave(table.name());
                var stalled = Failures.stalled(passing, stalledFor);
                return change.effect() == Change.Effect.LOWERING
                        ? new Next.GiveUp(table, works, notLowered(stalled))
                        : new Next.FailTable(table, stalled);
            }
            return setback(RetryClass.TABLE_BUSY);
        }

        /** It is ACTIVE and as defined, and costs more than it is to: that is for who pays to know. */
        private Failure notLowered(Failure stalled) {
            return works.stream()
                    .filter(IndexWork.class::isInstance)
                    .map(IndexWork.class::cast)
                    .flatMap(index -> Optional.ofNullable(index.raised()).stream()
                            .map(raised -> Objections.capacityStays(
                                    index.id().tableName(), index.id().indexName(), raised)))
                    .findFirst()
                    .orElse(stalled);
        }

        @Override
        public Next slowDown(ErrorClass.SlowDown slowDown) {
            var inARow = table.refusals().byOthers(timeline.now());
            waits.refused(table, works, new Waits.Refusal(Phase.THROTTLED, inARow, passing));
            return setback(RetryClass.THROTTLING);
        }

        @Override
        public Next backOff(ErrorClass.BackOff backOff) {
            return setback(backOff.retryClass());
        }

        /** It is still announced, and its table's turn. */
        @Override
        public Next heldBack(ErrorClass.HeldBack heldBack) {
            return untilStateIsClear(table);
        }

        @Override
        public Next exists(ErrorClass.Exists exists) {
            admission.leave(table.name());
            var now = timeline.now();
            if (table.observed().isEmpty()) {
                table.saidToExist(now);
            } else {
                works.forEach(work -> work.saidToExist(now));
            }
            return new Next.Look(table, waits.soonest(), Next.Purpose.DECIDE);
        }

        @Override
        public Next gone(ErrorClass.Gone gone) {
            admission.leave(table.name());
            var now = timeline.now();
            works.forEach(work -> Change.Effect.DELETION.accepted(work, now));
            return new Next.Look(table, waits.soonest(), Next.Purpose.DECIDE);
        }

        @Override
        public Next stopIndex(ErrorClass.StopIndex stop) {
            admission.leave(table.name());
            return new Next.GiveUp(table, works, journal.withUndefined(stop.failure(), table.observed()));
        }

        @Override
        public Next stopTable(ErrorClass.StopTable stop) {
            admission.leave(table.name());
            return new Next.FailTable(table, stop.failure());
        }

        @Override
        public Next abortRun(ErrorClass.AbortRun abort) {
            return new Next.End(abort.failure());
        }
    }
}
