package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.event.Failure;
import java.time.Duration;
import java.util.List;

/** What comes next, as a part of the loop says it and the loop does it. */
sealed interface Next {
    Next NOTHING = new AllOf(List.of());

    <R> R match(Cases<R> cases);

    /** Look at a table after a delay, and go on from what is seen. */
    record Look(TableWork table, Duration delay, Purpose purpose) implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.look(this);
        }
    }

    /** What a look is for. */
    enum Purpose {
        /** To decide. */
        DECIDE,
        /** To send, on what is seen just now, the change that was admitted. */
        SEND
    }

    /** Decide what to do with a table, on what was seen of it. */
    record Decide(TableWork table) implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.decide(this);
        }
    }

    /** Send, on the last look, the change of a table that was admitted. */
    record Send(TableWork table) implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.send(this);
        }
    }

    /** Make the call of a change whose announcement is kept as it has to be. */
    record Transmit(TableWork table, Change change) implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.transmit(this);
        }
    }

    /** Put a table in line for a change, which is sent when it is admitted. */
    record Request(TableWork table) implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.request(this);
        }
    }

    /** A table has nothing in flight and nothing to send: others may be admitted. */
    record Withdraw(TableWork table) implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.withdraw(this);
        }
    }

    /** Ask which tables there are. */
    record ListTables() implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.listTables(this);
        }
    }

    /** Ask whose the credentials are. */
    record AskForAccount() implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.askForAccount(this);
        }
    }

    /** Read the state, which is kept by account. */
    record ReadState() implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.readState(this);
        }
    }

    /** Take the state, to write to it. */
    record OpenState() implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.openState(this);
        }
    }

    /** Begin with what was seen by then. */
    record BeginAfter(Duration delay) implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.beginAfter(this);
        }
    }

    /** Let tables pass again by then. */
    record AdmitAfter(Duration delay) implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.admitAfter(this);
        }
    }

    /** Nothing more is done for a table; left building if its index is. */
    record Finish(TableWork table, boolean leftBuilding) implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.finish(this);
        }
    }

    /** Wait until the state keeps what was written, and is surely this run's. */
    record AwaitClearance() implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.awaitClearance(this);
        }
    }

    /** Give these up, and go on with what else there is of the table. */
    record GiveUp(TableWork table, List<? extends Work> works, Failure failure) implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.giveUp(this);
        }
    }

    /** Give up all that is open of a table. */
    record FailTable(TableWork table, Failure failure) implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.failTable(this);
        }
    }

    /** End the whole run. */
    record End(Failure failure) implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.end(this);
        }
    }

    /** One after another. */
    record AllOf(List<Next> steps) implements Next {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.allOf(this);
        }
    }

    /** A case for each kind, so that the loop forgets none. */
    interface Cases<R> {
        R look(Look next);

        R decide(Decide next);

        R send(Send next);

        R transmit(Transmit next);

        R request(Request next);

        R withdraw(Withdraw next);

        R listTables(ListTables next);

        R askForAccount(AskForAccount next);

        R readState(ReadState next);

        R openState(OpenState next);

        R awaitClearance(AwaitClearance next);

        R beginAfter(BeginAfter next);

        R admitAfter(AdmitAfter next);

        R finish(Finish next);

        R giveUp(GiveUp next);

        R failTable(FailTable next);

        R end(End next);

        R allOf(AllOf next);
    }
}
