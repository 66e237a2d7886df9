package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.Target;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would go, found by looking and nothing else: to be shown before it is carried out.
 *
 * @param target what was looked at
 * @param replaces whether what goes is made as defined; false if it is to stay away
 * @param definitions everything that is defined
 * @param candidates the indexes that were named, in order
 */
public record RemovalPlan(Target target, boolean replaces, Definitions definitions, List<Candidate> candidates) {

    /** Copies the list. */
    public RemovalPlan {
        candidates = List.copyOf(candidates);
    }

    /**
     * What stands against it.
     *
     * @return the candidates that have an objection, in order
     */
    public List<Candidate> objectionable() {
        return candidates.stream()
                .filter(candidate -> candidate.objection() != null)
                .toList();
    }

    /** What would be done. */
    public enum Action {
        /** Deleted. */
        DELETE,
        /** Deleted, and made as defined. */
        REPLACE,
        /** Made as defined: there is none. */
        CREATE,
        /** Nothing: it is as defined. */
        NOTHING,
        /** Nothing but to note it: an earlier run asked for its deletion, and it is gone. */
        ALREADY_GONE,
        /** Nothing: there is an objection. */
        REFUSE
    }

    /**
     * One index that was named.
     *
     * @param id the index
     * @param action what would be done
     * @param table its table as it is; null if there is none, or it could not be looked at
     * @param live the index as it is; null if there is none
     * @param shape the index as it was when its deletion was decided on: by an earlier run, or now; null if there is none
     * @param defined the index as it is defined; null if it isn't
     * @param objection why it would not be done; null if nothing is known
     */
    public record Candidate(
            IndexId id,
            Action action,
            @Nullable LiveTable table,
            @Nullable LiveIndex live,
            @Nullable IndexShape shape,
            @Nullable IndexShape defined,
            @Nullable Objection objection) {

        /**
         * What is live now.
         *
         * @return its shape; empty if there is none, or it isn't told
         */
        public Optional<IndexShape> liveShape() {
            return table == null || live == null ? Optional.empty() : table.shapeOf(live);
        }
    }

    /**
     * Why an index would not be touched.
     *
     * @param kind which reason
     * @param failure what was found; null where the kind says it all
     */
    public record Objection(Kind kind, @Nullable Failure failure) {

        /** The reasons. */
        public enum Kind {
            /** It is to be deleted, and still defined. */
            STILL_DEFINED,
            /** It is to be replaced, and not defined. */
            NOT_DEFINED,
            /** Its table could not be looked at. */
            NOT_LOOKED,
            /** A run would not begin: the account, or what the state is about, is another than expected, or can't be told. */
            ANOTHER_ACCOUNT,
            /** There is no such table. */
            TABLE_MISSING,
            /** The table has no such index. */
            NOT_THERE,
            /** It is a vector index. */
            VECTOR_INDEX,
            /** It could not be made again: the endpoint doesn't tell what it is, or DynamoDB would refuse it. */
            CANNOT_BE_MADE
        }
    }
}
