package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import dev.ensuregsis.engine.spi.RetryClass;
import java.util.List;
import java.util.Objects;

/**
 * Has what is to be done with a table decided, does what takes no time, and says what comes next. Holds no rule about
 * DynamoDB. On the loop's thread only.
 */
final class Deciding {
    private final Timeline timeline;
    private final LoopOptions options;
    private final Journal journal;
    private final Setbacks setbacks;
    private final Waits waits;

    Deciding(Timeline timeline, LoopOptions options, Journal journal, Setbacks setbacks, Waits waits) {
        this.timeline = timeline;
        this.options = options;
        this.journal = journal;
        this.setbacks = setbacks;
        this.waits = waits;
    }

    /** One decision, and what comes after it. */
    Next decide(TableWork table) {
        if (table.isFinished()) {
            return Next.NOTHING;
        }
        var now = timeline.now();
        return decision(table, now).match(new Doing(table, now));
    }

    /** What is decided, and nothing done. */
    Decision decision(TableWork table, Moment now) {
        return Reconciler.decide(table.definition(), table.observed(), table.record(now), options.rules());
    }

    /** Gives up all that is open of the table. */
    Next failOpen(TableWork table, Failure failure) {
        table.openSubjects().forEach(work -> fail(table, work, failure));
        return new Next.Finish(table, false);
    }

    /** Gives these up, and goes on with the table's other indexes; a table without any has nothing to go on with. */
    Next giveUp(TableWork table, List<? extends Work> works, Failure failure) {
        works.forEach(work -> fail(table, work, failure));
        return table.indexes().isEmpty() ? new Next.Finish(table, false) : new Next.Decide(table);
    }

    private void fail(TableWork table, Work work, Failure failure) {
        work.fail(timeline.now(), failure);
        if (work instanceof IndexWork index) {
            journal.failed(index, failure);
        } else {
            journal.tell(new GsiEvent.TableFailed(table.name(), failure));
        }
    }

    /** The decisions, one by one. */
    private final class Doing implements Decision.Cases<Next> {
        private final TableWork table;
        private final Moment now;

        Doing(TableWork table, Moment now) {
            this.table = table;
            this.now = now;
        }

        @Override
        public Next createTable(Decision.CreateTable decision) {
            return request();
        }

        @Override
        public Next createIndex(Decision.CreateIndex decision) {
            return request();
        }

        @Override
        public Next deleteIndex(Decision.DeleteIndex decision) {
            return request();
        }

        @Override
        public Next lowerCapacity(Decision.LowerCapacity decision) {
            return request();
        }

        @Override
        public Next capacityRestored(Decision.CapacityRestored restored) {
            table.waiting().isOver();
            var index = table.index(restored.indexName());
            index.isRaised(null);
            journal.removals().capacityRestored(index, restored.insteadOf(), !table.isAbout(index));
            return new Next.Decide(table);
        }

        @Override
        public Next gone(Decision.Gone gone) {
            table.waiting().isOver();
            var index = table.index(gone.indexName());
            journal.removals().gone(index, now);
            index.gone(now);
            return new Next.Decide(table);
        }

        private Next request() {
            table.waiting().isOver();
            return new Next.Request(table);
        }

        @Override
        public Next wait(Decision.Wait wait) {
            var indexName = wait.indexName();
            // Not only the one that is waited for: those of a new table are under way together.
            for (var index : table.indexes()) {
                if (index.isUnderWay()) {
                    journal.takenUp(index);
                }
            }
            var nextLook = waits.nextLook(table, indexName, wait.phase());
            return options.waitForActive()
                    ? new Next.Look(table, nextLook, Next.Purpose.DECIDE)
                    : new Next.Finish(table, true);
        }

        @Override
        public Next adopt(Decision.Adopt adopt) {
            var index = table.index(adopt.indexName());
            waits.areOver(table, index);
            index.adopt(now);
            journal.adopted(index, now);
            return new Next.Decide(table);
        }

        @Override
        public Next vanished(Decision.Vanished vanished) {
            table.waiting().isOver();
            var index = table.index(vanished.indexName());
            index.vanished();
            return setbacks.lookAgain(table, List.of(index), RetryClass.VANISHED, Objections.vanished());
        }

        @Override
        public Next fail(Decision.Fail fail) {
            table.waiting().isOver();
            Deciding.this.fail(table, table.index(fail.indexName()), fail.failure());
            return new Next.Decide(table);
        }

        @Override
        public Next giveUp(Decision.GiveUp giveUp) {
            table.waiting().isOver();
            var index = table.index(giveUp.indexName());
            Deciding.this.fail(table, index, Objects.requireNonNull(index.failure()));
            return new Next.Decide(table);
        }

        @Override
        public Next failTable(Decision.FailTable fail) {
            table.waiting().isOver();
            return failOpen(table, fail.failure());
        }

        @Override
        public Next leave(Decision.Leave leave) {
            table.waiting().isOver();
            var index = table.index(leave.indexName());
            journal.left(index, index.standing());
            index.leave();
            return new Next.Decide(table);
        }

        @Override
        public Next done(Decision.Done done) {
            if (table.indexes().isEmpty()
                    && table.observed()
                            .filter(live -> live.status() == TableStatus.ACTIVE)
                            .isPresent()) {
                journal.tell(new GsiEvent.TableEnsured(table.name(), table.createdByThisRun()));
            }
            return new Next.Finish(table, false);
        }
    }
}
