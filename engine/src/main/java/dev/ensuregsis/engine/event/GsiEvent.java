package dev.ensuregsis.engine.event;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.estimate.BuildProgress;
import dev.ensuregsis.engine.estimate.RunEstimate;
import dev.ensuregsis.engine.spi.StateSummary;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that a run did or saw. */
public sealed interface GsiEvent {

    /**
     * Hands this to the case that it is.
     *
     * @param cases one for each kind
     * @param <R> what they give
     * @return what the case gives
     */
    <R> R match(GsiEventCases<R> cases);

    /**
     * The account is checked and every table was looked at, but for those that could not be seen yet; changes may follow.
     *
     * @param target what the run is about to change
     * @param tables number of tables that it works on
     * @param tablesToCreate number of those that it will create
     * @param indexes what it will do with each index if all goes well
     * @param estimate what it is expected to take and to cost; null on an emulator, which takes seconds
     */
    record RunStarted(
            Target target,
            int tables,
            int tablesToCreate,
            Map<IndexId, PlannedAction> indexes,
            @Nullable RunEstimate estimate)
            implements GsiEvent {
        /** Copies the map. */
        public RunStarted {
            indexes = Map.copyOf(indexes);
        }

        /**
         * A start without an estimate.
         *
         * @param target what the run is about to change
         * @param tables number of tables that it works on
         * @param tablesToCreate number of those that it will create
         * @param indexes what it will do with each index if all goes well
         */
        public RunStarted(Target target, int tables, int tablesToCreate, Map<IndexId, PlannedAction> indexes) {
            this(target, tables, tablesToCreate, indexes, null);
        }

        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.runStarted(this);
        }
    }

    /**
     * A state of earlier runs was found and is resumed.
     *
     * @param place where it is kept
     * @param createdAt when it was made
     * @param updatedAt when it was last changed
     * @param summary what it held
     */
    record StateLoaded(String place, Instant createdAt, Instant updatedAt, StateSummary summary) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.stateLoaded(this);
        }
    }

    /**
     * A table could not be looked at yet, and will be looked at again; the others don't wait for it.
     *
     * @param tableName the table
     * @param failure why not
     */
    record NotSeenYet(String tableName, Failure failure) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.notSeenYet(this);
        }
    }

    /**
     * Something the user should know and the run goes on with.
     *
     * @param message what
     */
    record Warned(String message) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.warned(this);
        }
    }

    /**
     * The index exists, is ACTIVE and is what was asked for: nothing to do.
     *
     * @param index the index
     * @param known whether the state file already said so; false if it was adopted just now
     */
    record IndexSkipped(IndexId index, boolean known) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.indexSkipped(this);
        }
    }

    /**
     * A failed index of an earlier run is left alone, or a pending one in a run that only retries failed ones.
     *
     * @param index the index
     * @param reason why, in words
     */
    record IndexLeft(IndexId index, String reason) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.indexLeft(this);
        }
    }

    /**
     * CreateTable is about to be sent.
     *
     * @param tableName the table
     * @param indexes the indexes that come with it
     */
    record CreatingTable(String tableName, List<IndexId> indexes) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.creatingTable(this);
        }
    }

    /**
     * The call that creates an index is about to be sent.
     *
     * @param index the index
     * @param attempt which attempt of this run, from 1
     */
    record CreatingIndex(IndexId index, int attempt) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.creatingIndex(this);
        }
    }

    /**
     * The creation of an index was accepted, and is under way.
     *
     * @param index the index
     */
    record CreationAccepted(IndexId index) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.creationAccepted(this);
        }
    }

    /**
     * The call that deletes an index is about to be sent. That it will be is on record.
     *
     * @param index the index
     * @param shape the index as it is, to be made again if need be
     * @param replaced whether it is made as defined when it is gone
     */
    record DeletingIndex(IndexId index, IndexShape shape, boolean replaced) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.deletingIndex(this);
        }
    }

    /**
     * An index that was to go is gone.
     *
     * @param index the index
     * @param took how long it took from the call; null if this run didn't delete it
     */
    record IndexDeleted(IndexId index, @Nullable Duration took) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.indexDeleted(this);
        }
    }

    /**
     * An index was building already when this run first saw it: somebody else asked for it, or an earlier run did.
     *
     * @param index the index
     * @param since when an earlier run asked for it; null if none is known to have
     */
    record IndexTakenUp(IndexId index, @Nullable Instant since) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.indexTakenUp(this);
        }
    }

    /**
     * An index is not ACTIVE yet; told at a pace, not at each look.
     *
     * @param tableName the table
     * @param indexName the index that is waited for; null while the table itself is
     * @param phase what DynamoDB is doing
     * @param elapsed how long this has been waited for
     * @param itemCount items in the table, as last counted
     * @param indexItemCount items in the index, as last counted; 0 if there is no index or no count of it yet
     * @param behind other indexes of the table that are not ACTIVE or given up: they come after this one
     * @param remaining indexes of the run that are not ACTIVE or given up
     * @param refusal what DynamoDB said when it refused the change for now, which is sent again; null while it builds
     * @param progress how far the index has come, and how long it still takes; null if nothing is known of that
     */
    record Waiting(
            String tableName,
            @Nullable String indexName,
            Phase phase,
            Duration elapsed,
            long itemCount,
            long indexItemCount,
            int behind,
            int remaining,
            @Nullable Failure refusal,
            @Nullable BuildProgress progress)
            implements GsiEvent {

        /**
         * A wait of which no progress is known.
         *
         * @param tableName the table
         * @param indexName the index that is waited for; null while the table itself is
         * @param phase what DynamoDB is doing
         * @param elapsed how long this has been waited for
         * @param itemCount items in the table, as last counted
         * @param indexItemCount items in the index, as last counted
         * @param behind other indexes of the table that are not ACTIVE or given up
         * @param remaining indexes of the run that are not ACTIVE or given up
         * @param refusal what DynamoDB said when it refused the change for now; null while it builds
         */
        public Waiting(
                String tableName,
                @Nullable String indexName,
                Phase phase,
                Duration elapsed,
                long itemCount,
                long indexItemCount,
                int behind,
                int remaining,
                @Nullable Failure refusal) {
            this(tableName, indexName, phase, elapsed, itemCount, indexItemCount, behind, remaining, refusal, null);
        }

        /**
         * A wait for what DynamoDB is doing, not for it to take a change.
         *
         * @param tableName the table
         * @param indexName the index that is waited for; null while the table itself is
         * @param phase what DynamoDB is doing
         * @param elapsed how long this has been waited for
         * @param itemCount items in the table, as last counted
         * @param indexItemCount items in the index, as last counted
         * @param behind other indexes of the table that are not ACTIVE or given up
         * @param remaining indexes of the run that are not ACTIVE or given up
         */
        public Waiting(
                String tableName,
                @Nullable String indexName,
                Phase phase,
                Duration elapsed,
                long itemCount,
                long indexItemCount,
                int behind,
                int remaining) {
            this(tableName, indexName, phase, elapsed, itemCount, indexItemCount, behind, remaining, null, null);
        }

        /**
         * The same, with what is known of the index's progress.
         *
         * @param known how far it has come; null if nothing is known
         * @return the event
         */
        public Waiting with(@Nullable BuildProgress known) {
            return new Waiting(
                    tableName, indexName, phase, elapsed, itemCount, indexItemCount, behind, remaining, refusal, known);
        }

        /**
         * The same, later.
         *
         * @param longer how long it has been waited for then
         * @return the event
         */
        public Waiting after(Duration longer) {
            return new Waiting(
                    tableName,
                    indexName,
                    phase,
                    longer,
                    itemCount,
                    indexItemCount,
                    behind,
                    remaining,
                    refusal,
                    progress);
        }

        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.waiting(this);
        }
    }

    /**
     * DynamoDB asked for fewer calls. The run obeys, and becomes faster again by and by.
     *
     * @param calls which calls
     * @param apart how far apart they are sent now, at least
     */
    record SlowedDown(CallKind calls, Duration apart) implements GsiEvent {

        /** The two kinds of calls, each of which has a rate of its own. */
        public enum CallKind {
            /** DescribeTable. */
            LOOKS,
            /** CreateTable and UpdateTable. */
            CHANGES
        }

        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.slowedDown(this);
        }
    }

    /**
     * An attempt ended in an error and will be repeated.
     *
     * @param index the index
     * @param attempt which attempt of this run, from 1
     * @param failure the error
     * @param retryIn how long until the next attempt
     */
    record AttemptFailed(IndexId index, int attempt, Failure failure, Duration retryIn) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.attemptFailed(this);
        }
    }

    /**
     * An index that this run asked for, or took up, is ACTIVE and what was asked for.
     *
     * @param index the index
     * @param took from the call, of an earlier run too; or, of an index that nobody is known to have asked for, from the
     *     first look that saw it building
     */
    record IndexCreated(IndexId index, Duration took) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.indexCreated(this);
        }
    }

    /**
     * An index is given up.
     *
     * @param index the index
     * @param attempts attempts of this run that used one up
     * @param failure why, and what to do
     */
    record IndexFailed(IndexId index, int attempts, Failure failure) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.indexFailed(this);
        }
    }

    /**
     * A table that is wanted for itself, without any index, is there and ACTIVE.
     *
     * @param tableName the table
     * @param created whether this run created it
     */
    record TableEnsured(String tableName, boolean created) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.tableEnsured(this);
        }
    }

    /**
     * A table that is wanted for itself, without any index, is given up.
     *
     * @param tableName the table
     * @param failure why, and what to do
     */
    record TableFailed(String tableName, Failure failure) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.tableFailed(this);
        }
    }

    /**
     * The run only retries what failed.
     *
     * @param failed the indexes that failed before; empty if none did
     */
    record RetryingFailed(List<IndexId> failed) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.retryingFailed(this);
        }
    }

    /**
     * The whole run ends early; state is kept.
     *
     * @param failure why, and what to do
     */
    record RunAborted(Failure failure) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.runAborted(this);
        }
    }

    /**
     * Everything defined is ACTIVE and the state was put away.
     *
     * @param place where it lies now
     */
    record StateArchived(String place) implements GsiEvent {
        @Override
        public <R> R match(GsiEventCases<R> cases) {
            return cases.stateArchived(this);
        }
    }
}
