package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The level-triggered loop of one run: looks at each table, has what is to be done decided, does it, and looks again. Its
 * parts say what comes next, and it does that: what takes time leaves the thread, and comes back as a further step. Once
 * started it belongs to the thread that runs it.
 */
public final class ReconcileLoop implements Next.Cases<Next> {
    private final Timeline timeline;
    private final LoopOptions options;
    private final Journal journal;
    private final StateAccess state;
    private final TargetGate gate;
    private final Caller caller;
    private final Collection<TableWork> tables;
    private final Waits waits;
    private final Deciding deciding;
    private final Changes changes;
    private final Opening opening;
    private final TimeLimit limit;
    private final Looking looking;
    private final Deque<Next> todo = new ArrayDeque<>();
    private int unfinished;
    private boolean leftBuilding;
    private volatile boolean ended;
    private @Nullable Failure abortedBy;

    /**
     * Makes a loop for one run.
     *
     * @param assignment what is wanted
     * @param surroundings where and with what
     */
    public ReconcileLoop(Assignment assignment, Surroundings surroundings) {
        this.timeline = surroundings.timeline();
        this.options = assignment.options();
        this.journal = surroundings.journal();
        this.state = new StateAccess(journal, assignment.definitions(), timeline);
        var errand = assignment.errand();
        var reach = surroundings.reach().guardedBy(journal.taking()::check);
        this.gate = new TargetGate(reach.controlPlane().target(), RightTarget.of(assignment, journal));
        this.caller = new Caller(reach, timeline, journal::tell);
        var open = new OpenIndexes();
        this.tables = assignment.definitions().tables().stream()
                .map(table -> new TableWork(table, open, errand))
                .toList();
        this.unfinished = tables.size();
        this.limit = new TimeLimit(tables, journal);
        var progress = new ProgressWatch(surroundings.progress(), timeline, journal::name, journal::tell);
        this.waits = new Waits(timeline, journal, open, options, progress);
        var setbacks = new Setbacks(options.policies(), surroundings.random(), journal);
        this.deciding = new Deciding(timeline, options, journal, setbacks, waits);
        this.changes = new Changes(timeline, options, journal, setbacks, waits);
        this.opening = new Opening(tables, gate, journal, assignment, progress);
        opening.stand();
        this.looking = new Looking(timeline, options, surroundings.random(), gate, opening);
    }

    /**
     * Runs until nothing is left to do, or nothing more can be done.
     *
     * @return how it ended
     * @throws InterruptedException if the thread is interrupted; what was recorded stays recorded
     */
    public LoopOutcome run() throws InterruptedException {
        if (options.timeout() != null) {
            timeline.schedule(options.timeout(), limit::isUp);
        }
        try {
            perform(opening.begin());
            timeline.runUntil(() -> isOver() || limit.endsTheRun());
            return outcome();
        } finally {
            ended = true;
        }
    }

    private boolean isOver() {
        return unfinished == 0 || abortedBy != null;
    }

    /**
     * How things stand now.
     *
     * @return the outcome so far
     */
    public LoopOutcome outcome() {
        var waiting = waits.unended(tables);
        return LoopOutcome.of(tables, gate.target(), waiting, limit.wasReached(), leftBuilding, abortedBy)
                .after(caller.unexpected());
    }

    /** Does this, and what comes of it, until something takes time. */
    private void perform(Next first) {
        todo.addFirst(first);
        while (!todo.isEmpty() && abortedBy == null && !ended) {
            var next = todo.removeFirst().match(this);
            if (next != Next.NOTHING) {
                todo.addFirst(next);
            }
        }
    }

    @Override
    public Next allOf(Next.AllOf all) {
        var steps = all.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            todo.addFirst(steps.get(i));
        }
        return Next.NOTHING;
    }

    @Override
    public Next look(Next.Look look) {
        if (look.delay().isZero()) {
            lookNow(look);
        } else {
            timeline.schedule(look.delay(), () -> lookNow(look));
        }
        return Next.NOTHING;
    }

    private void lookNow(Next.Look look) {
        var table = look.table();
        caller.look(table.name(), answer -> {
            if (answer instanceof Caller.Result.Done<Optional<LiveTable>> done) {
                perform(looking.seen(table, done.value(), look.purpose()));
            } else if (answer instanceof Caller.Result.Refused<Optional<LiveTable>> refused) {
                perform(looking.notSeen(table, refused, caller.wasAnswered()));
            }
        });
    }

    @Override
    public Next decide(Next.Decide decide) {
        return deciding.decide(decide.table());
    }

    @Override
    public Next request(Next.Request request) {
        return limit.mayChange(request.table()) ? changes.request(request.table()) : Next.NOTHING;
    }

    @Override
    public Next withdraw(Next.Withdraw withdraw) {
        return changes.withdraw(withdraw.table());
    }

    @Override
    public Next send(Next.Send send) {
        var table = send.table();
        if (!journal.isOpen()) {
            return changes.untilStateIsOpen(table);
        }
        if (!limit.mayChange(table)) {
            return new Next.Withdraw(table);
        }
        if (!state.isClear()) {
            return changes.untilStateIsClear(table);
        }
        var now = timeline.now();
        var change = changes.announced(table, deciding.decision(table, now), now);
        if (change.isEmpty()) {
            return new Next.AllOf(List.of(new Next.Withdraw(table), new Next.Decide(table)));
        }
        if (!state.isClear()) {
            // The announcement is being kept: it is sent when it is.
            return changes.untilStateIsClear(table);
        }
        if (change.get().effect().isDurableFirst()) {
            state.keep(() -> perform(changes.kept(table, change.get())));
            return Next.NOTHING;
        }
        return new Next.Transmit(table, change.get());
    }

    @Override
    public Next transmit(Next.Transmit transmit) {
        var table = transmit.table();
        var change = transmit.change();
        change.sending().send(caller, result -> {
            if (result instanceof Caller.Result.Refused<Optional<LiveTable>> refused) {
                perform(changes.refused(table, change, refused));
            } else if (result instanceof Caller.Result.Done<Optional<LiveTable>> done) {
                perform(accepted(table, change, done.value()));
            }
        });
        return Next.NOTHING;
    }

    /** What an answer shows is as good as a look, but only a later look proves that something came of the call. */
    private Next accepted(TableWork table, Change change, Optional<LiveTable> shown) {
        var isNew = table.observed().isEmpty();
        if (shown.isPresent()) {
            table.observe(shown, timeline.now());
            var objection = shown.flatMap(gate::objection);
            if (objection.isPresent()) {
                return new Next.End(objection.get());
            }
        }
        changes.accepted(table, change, isNew);
        var next =
                shown.isPresent() ? new Next.Decide(table) : new Next.Look(table, waits.soonest(), Next.Purpose.DECIDE);
        return new Next.AllOf(List.of(changes.answered(table), next));
    }

    @Override
    public Next listTables(Next.ListTables list) {
        caller.list(answer -> perform(opening.listed(answer, timeline.now())));
        return Next.NOTHING;
    }

    @Override
    public Next askForAccount(Next.AskForAccount ask) {
        caller.account(account -> perform(opening.account(account)));
        return Next.NOTHING;
    }

    @Override
    public Next beginAfter(Next.BeginAfter begin) {
        timeline.schedule(begin.delay(), () -> perform(gate.isOpen() ? Next.NOTHING : opening.graceIsOver()));
        return Next.NOTHING;
    }

    @Override
    public Next admitAfter(Next.AdmitAfter admit) {
        timeline.schedule(admit.delay(), () -> perform(changes.admitAgain()));
        return Next.NOTHING;
    }

    @Override
    public Next readState(Next.ReadState read) {
        state.read(gate.target(), found -> perform(opening.state(found)));
        return Next.NOTHING;
    }

    @Override
    public Next openState(Next.OpenState open) {
        state.open(
                gate.target(),
                () -> {
                    opening.takeUp();
                    perform(changes.stateIsTaken());
                },
                () -> ended);
        return Next.NOTHING;
    }

    @Override
    public Next awaitClearance(Next.AwaitClearance await) {
        state.whenClear(() -> perform(changes.stateIsClear()));
        return Next.NOTHING;
    }

    @Override
    public Next giveUp(Next.GiveUp giveUp) {
        return deciding.giveUp(giveUp.table(), giveUp.works(), giveUp.failure());
    }

    @Override
    public Next failTable(Next.FailTable fail) {
        return deciding.failOpen(fail.table(), fail.failure());
    }

    @Override
    public Next finish(Next.Finish finish) {
        leftBuilding |= finish.leftBuilding();
        if (!finish.table().isFinished()) {
            finish.table().finish();
            unfinished--;
        }
        return changes.withdraw(finish.table());
    }

    @Override
    public Next end(Next.End end) {
        abortedBy = end.failure();
        journal.tell(new GsiEvent.RunAborted(end.failure()));
        return Next.NOTHING;
    }
}
