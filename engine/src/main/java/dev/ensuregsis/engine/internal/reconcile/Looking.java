package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.internal.reconcile.FailedLooks.Consequence;
import dev.ensuregsis.engine.spi.LiveTable;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Takes in what a look shows, or that it failed, and says what comes next. On the loop's thread only. */
final class Looking {
    private final Timeline timeline;
    private final LoopOptions options;
    private final RandomGenerator random;
    private final TargetGate gate;
    private final Opening opening;

    Looking(Timeline timeline, LoopOptions options, RandomGenerator random, TargetGate gate, Opening opening) {
        this.timeline = timeline;
        this.options = options;
        this.random = random;
        this.gate = gate;
        this.opening = opening;
    }

    /** What comes after a look that has succeeded. */
    Next seen(TableWork table, Optional<LiveTable> live, Next.Purpose purpose) {
        table.observe(live, timeline.now());
        if (!gate.isOpen()) {
            return opening.onFirstLook();
        }
        var objection = live.flatMap(gate::objection);
        if (objection.isPresent()) {
            return new Next.End(objection.get());
        }
        return switch (purpose) {
            case DECIDE -> new Next.Decide(table);
            case SEND -> new Next.Send(table);
        };
    }

    /** What comes after a look that has failed: the table gives up its place in the line of changes. */
    Next notSeen(TableWork table, Caller.Result.Refused<?> refused, boolean answeredBefore) {
        var consequence = table.failedLooks().add(refused, answeredBefore, options.policies(), random);
        return new Next.AllOf(List.of(new Next.Withdraw(table), consequence.match(new After(table))));
    }

    private final class After implements Consequence.Cases<Next> {
        private final TableWork table;

        After(TableWork table) {
            this.table = table;
        }

        @Override
        public Next lookAgain(Consequence.LookAgain again) {
            table.lookIsLate(again.passing());
            var look = new Next.Look(table, again.delay(), Next.Purpose.DECIDE);
            return gate.isOpen() ? look : new Next.AllOf(List.of(look, opening.onFirstLook()));
        }

        @Override
        public Next tableFails(Consequence.TableFails fails) {
            table.lookFailed(fails.failure());
            return gate.isOpen() ? new Next.FailTable(table, fails.failure()) : opening.onFirstLook();
        }

        @Override
        public Next runEnds(Consequence.RunEnds ends) {
            return new Next.End(ends.failure());
        }
    }
}
