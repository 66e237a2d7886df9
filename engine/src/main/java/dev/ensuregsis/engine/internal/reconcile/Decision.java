package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import org.jspecify.annotations.Nullable;

/** The one next thing to do for a table. */
public sealed interface Decision {

    /**
     * Hands this to the case that it is.
     *
     * @param cases one for each kind
     * @param <R> what they give
     * @return what the case gives
     */
    <R> R match(Cases<R> cases);

    /**
     * Send CreateTable.
     *
     * @param call what to create
     */
    record CreateTable(CreateTableCall call) implements Decision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.createTable(this);
        }
    }

    /**
     * Send UpdateTable with one index.
     *
     * @param call what to create
     * @param raised the capacity that it has for its build, with what it is to have; null if it has its own
     */
    record CreateIndex(CreateIndexCall call, @Nullable RaisedCapacity raised) implements Decision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.createIndex(this);
        }
    }

    /**
     * Send UpdateTable with the deletion of one index, which the user has named.
     *
     * @param tableName its table
     * @param shape the index as it is
     */
    record DeleteIndex(String tableName, IndexShape shape) implements Decision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.deleteIndex(this);
        }
    }

    /**
     * An index that was to go is gone.
     *
     * @param indexName the index
     */
    record Gone(String indexName) implements Decision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.gone(this);
        }
    }

    /**
     * Send UpdateTable with the capacity that an index is to have, now that it is built.
     *
     * @param tableName its table
     * @param indexName the index
     * @param capacity what it has, and what it is to have
     */
    record LowerCapacity(String tableName, String indexName, RaisedCapacity capacity) implements Decision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.lowerCapacity(this);
        }
    }

    /**
     * An index no longer has the capacity that it was built with.
     *
     * @param indexName the index
     * @param insteadOf what somebody else has given it; null if it has what it was to have
     */
    record CapacityRestored(String indexName, @Nullable String insteadOf) implements Decision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.capacityRestored(this);
        }
    }

    /**
     * Look again later.
     *
     * @param phase what is waited for
     * @param indexName the index that is building; null where it is the table
     */
    record Wait(Phase phase, @Nullable String indexName) implements Decision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.wait(this);
        }
    }

    /**
     * The index is ACTIVE and as defined: record it.
     *
     * @param indexName the index
     */
    record Adopt(String indexName) implements Decision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.adopt(this);
        }
    }

    /**
     * The index was there in this run and has gone: it counts as a setback, and is asked for again.
     *
     * @param indexName the index
     */
    record Vanished(String indexName) implements Decision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.vanished(this);
        }
    }

    /**
     * The index can't be ensured.
     *
     * @param indexName the index
     * @param failure why, and what to do
     */
    record Fail(String indexName, Failure failure) implements Decision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fail(this);
        }
    }

    /**
     * The index's tries are used up, and none of them has landed.
     *
     * @param indexName the index
     */
    record GiveUp(String indexName) implements Decision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.giveUp(this);
        }
    }

    /**
     * A table that is wanted for itself, without any index, can't be ensured.
     *
     * @param failure why, and what to do
     */
    record FailTable(Failure failure) implements Decision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.failTable(this);
        }
    }

    /**
     * The index isn't for this run to create: leave it as it was.
     *
     * @param indexName the index
     */
    record Leave(String indexName) implements Decision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.leave(this);
        }
    }

    /** Nothing is left to do for this table. */
    record Done() implements Decision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.done(this);
        }
    }

    /**
     * A case for each kind of decision: whoever carries decisions out, or foretells them, forgets none.
     *
     * @param <R> what they give
     */
    interface Cases<R> {
        /** {@link CreateTable}. */
        R createTable(CreateTable decision);

        /** {@link CreateIndex}. */
        R createIndex(CreateIndex decision);

        /** {@link DeleteIndex}. */
        R deleteIndex(DeleteIndex decision);

        /** {@link Gone}. */
        R gone(Gone decision);

        /** {@link LowerCapacity}. */
        R lowerCapacity(LowerCapacity decision);

        /** {@link CapacityRestored}. */
        R capacityRestored(CapacityRestored decision);

        /** {@link Wait}. */
        R wait(Wait decision);

        /** {@link Adopt}. */
        R adopt(Adopt decision);

        /** {@link Vanished}. */
        R vanished(Vanished decision);

        /** {@link Fail}. */
        R fail(Fail decision);

        /** {@link GiveUp}. */
        R giveUp(GiveUp decision);

        /** {@link FailTable}. */
        R failTable(FailTable decision);

        /** {@link Leave}. */
        R leave(Leave decision);

        /** {@link Done}. */
        R done(Done decision);
    }
}
