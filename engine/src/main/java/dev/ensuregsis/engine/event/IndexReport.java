package dev.ensuregsis.engine.event;

import dev.ensuregsis.engine.definition.IndexId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one index in one run.
 *
 * @param id the index
 * @param outcome how it ended
 * @param attempts attempts of this run that used one up, the successful one included
 * @param startedAt when this run first asked for it or saw it building; null if it did neither
 * @param endedAt when its outcome was known; null while pending or building
 * @param failure why it is failed; null otherwise
 */
public record IndexReport(
        IndexId id,
        Outcome outcome,
        int attempts,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Failure failure) {

    /** How an index ended. */
    public enum Outcome {
        /** This run created it, or took up one that was building, and it is ACTIVE. */
        CREATED,
        /** It existed, ACTIVE and as defined. */
        ALREADY_ACTIVE,
        /** Given up in this run. */
        FAILED,
        /** Given up in an earlier run and left alone in this one. */
        LEFT_FAILED,
        /** Being built by DynamoDB when the run ended. */
        BUILDING,
        /** Not started when the run ended. */
        PENDING
    }

    /**
     * Whether the index is there, usable and as defined.
     *
     * @return true for {@link Outcome#CREATED} and {@link Outcome#ALREADY_ACTIVE}
     */
    public boolean isActive() {
        return outcome == Outcome.CREATED || outcome == Outcome.ALREADY_ACTIVE;
    }
}
