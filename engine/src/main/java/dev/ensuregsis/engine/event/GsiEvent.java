package dev.ensuregsis.engine.event;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.state.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that a run did or saw. */
public sealed interface GsiEvent {

    /**
     * Every table was looked at and the account checked; changes may follow.
     *
     * @param target what the run is about to change
     * @param tables number of tables that it works on
     * @param tablesToCreate number of those that it will create
     * @param indexes what it will do with each index if all goes well
     */
    record RunStarted(Target target, int tables, int tablesToCreate, Map<IndexId, PlannedAction> indexes)
            implements GsiEvent {
        /** Copies the map. */
        public RunStarted {
            indexes = Map.copyOf(indexes);
        }
    }

    /**
     * A state file of an earlier run was found and is resumed.
     *
     * @param file where it lies
     * @param description its times and summary, in words
     */
    record StateLoaded(Path file, String description) implements GsiEvent {}

    /**
     * Something the user should know and the run goes on with.
     *
     * @param message what
     */
    record Warned(String message) implements GsiEvent {}

    /**
     * The index exists, is ACTIVE and is what was asked for: nothing to do.
     *
     * @param index the index
     * @param known whether the state file already said so; false if it was adopted just now
     */
    record IndexSkipped(IndexId index, boolean known) implements GsiEvent {}

    /**
     * A failed index of an earlier run is left alone, or a pending one in a run that only retries failed ones.
     *
     * @param index the index
     * @param reason why, in words
     */
    record IndexLeft(IndexId index, String reason) implements GsiEvent {}

    /**
     * CreateTable is about to be sent.
     *
     * @param tableName the table
     * @param indexes the indexes that come with it
     */
    record CreatingTable(String tableName, List<IndexId> indexes) implements GsiEvent {}

    /**
     * The call that creates an index is about to be sent.
     *
     * @param index the index
     * @param attempt which attempt of this run, from 1
     */
    record CreatingIndex(IndexId index, int attempt) implements GsiEvent {}

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
     */
    record Waiting(
            String tableName,
            @Nullable String indexName,
            Phase phase,
            Duration elapsed,
            long itemCount,
            long indexItemCount,
            int behind,
            int remaining)
            implements GsiEvent {}

    /**
     * DynamoDB asked for fewer calls. The run obeys, and becomes faster again by and by.
     *
     * @param calls which calls
     * @param apart how far apart they are sent now, at least
     */
    record SlowedDown(Calls calls, Duration apart) implements GsiEvent {

        /** The two kinds of calls, each of which has a rate of its own. */
        public enum Calls {
            /** DescribeTable. */
            LOOKS,
            /** CreateTable and UpdateTable. */
            CHANGES
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
    record AttemptFailed(IndexId index, int attempt, Failure failure, Duration retryIn) implements GsiEvent {}

    /**
     * An index that this run asked for, or took up, is ACTIVE and what was asked for.
     *
     * @param index the index
     * @param took from the call, or from the first look that saw it building
     */
    record IndexCreated(IndexId index, Duration took) implements GsiEvent {}

    /**
     * An index is given up.
     *
     * @param index the index
     * @param attempts attempts of this run that used one up
     * @param failure why, and what to do
     */
    record IndexFailed(IndexId index, int attempts, Failure failure) implements GsiEvent {}

    /**
     * A table that is wanted for itself, without any index, is given up.
     *
     * @param tableName the table
     * @param failure why, and what to do
     */
    record TableFailed(String tableName, Failure failure) implements GsiEvent {}

    /**
     * The run only retries what failed.
     *
     * @param failed the indexes that failed before; empty if none did
     */
    record RetryingFailed(List<IndexId> failed) implements GsiEvent {}

    /**
     * The whole run ends early; state is kept.
     *
     * @param failure why, and what to do
     */
    record RunAborted(Failure failure) implements GsiEvent {}

    /**
     * Everything defined is ACTIVE and the state file was put away.
     *
     * @param archive where it lies now
     */
    record StateArchived(Path archive) implements GsiEvent {}

    /** What DynamoDB is doing while a run waits. */
    enum Phase {
        /** The table is being created. */
        CREATING_TABLE("creating the table"),
        /** DynamoDB is allocating the index's resources. */
        ALLOCATING("resource allocation"),
        /** DynamoDB is reading the table's items into the index. */
        BACKFILLING("backfilling"),
        /** The table or another index of it is changing. */
        TABLE_BUSY("waiting for the table"),
        /** As many tables as the account allows are changing already. */
        ACCOUNT_BUSY("waiting for other tables");

        private final String words;

        Phase(String words) {
            this.words = words;
        }

        /**
         * The phase for a reader.
         *
         * @return a few words in lower case
         */
        public String words() {
            return words;
        }
    }
}
