package dev.ensuregsis.engine.event;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one index in one run.
 *
 * @param id the index
 * @param outcome how it ended
 * @param attempts attempts of this run that used one up, the successful one included
 * @param startedAt when it was asked for, by an earlier run if it was building since; of an index that nobody is known to
 *     have asked for, when this run first saw it building; null if it was neither asked for nor seen
 * @param endedAt when its outcome was known; null while pending or building
 * @param failure why it is failed, or what DynamoDB said last to one that waits; null otherwise
 * @param takenUp whether it was building already when this run first saw it
 * @param removed the index that this run asked to be deleted, to be made again if need be; null if it asked for none
 */
public record IndexReport(
        IndexId id,
        Outcome outcome,
        int attempts,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Failure failure,
        boolean takenUp,
        @Nullable IndexShape removed) {

    /**
     * Of an index that was not building when the run first saw it.
     *
     * @param id the index
     * @param outcome how it ended
     * @param attempts attempts of this run that used one up
     * @param startedAt when it was asked for; null if it was not
     * @param endedAt when its outcome was known; null while pending or building
     * @param failure why it is failed, or what DynamoDB said last to one that waits; null otherwise
     */
    public IndexReport(
            IndexId id,
            Outcome outcome,
            int attempts,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Failure failure) {
        this(id, outcome, attempts, startedAt, endedAt, failure, false, null);
    }

    /** How an index ended. */
    public enum Outcome {
        /** This run created it, or took up one that was building, and it is ACTIVE. */
        CREATED,
        /** This run deleted one that was otherwise, and what is defined is ACTIVE in its place. */
        REPLACED,
        /** It was to go, and is gone. */
        DELETED,
        /** Being deleted by DynamoDB when the run ended. */
        DELETING,
        /** It existed, ACTIVE and as defined. */
        ALREADY_ACTIVE,
        /** Given up in this run. */
        FAILED,
        /** Given up in an earlier run and left alone in this one. */
        LEFT_FAILED,
        /** Being built by DynamoDB when the run ended. */
        BUILDING,
        /** Asked for when the run ended, and refused for now: not building, and to be asked for again. */
        WAITING,
        /** Not started when the run ended. */
        PENDING
    }

    /**
     * Whether the index is there, usable and as defined.
     *
     * @return true for {@link Outcome#CREATED}, {@link Outcome#REPLACED} and {@link Outcome#ALREADY_ACTIVE}
     */
    public boolean isActive() {
        return outcome == Outcome.CREATED || outcome == Outcome.REPLACED || outcome == Outcome.ALREADY_ACTIVE;
    }

    /**
     * Whether it is as it was to be: there, or gone.
     *
     * @return true if it is active, or {@link Outcome#DELETED}
     */
    public boolean isAsWanted() {
        return isActive() || outcome == Outcome.DELETED;
    }
}
