package dev.ensuregsis.engine.state;

import dev.ensuregsis.engine.definition.IndexId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run tells about one index.
 *
 * @param id which
 * @param status where its creation stands now
 * @param retryCount attempts over all runs that used one up; null: as recorded
 * @param error the last error; null: as recorded
 * @param at when
 */
record Transition(
        IndexId id,
        GsiStatus status,
        @Nullable Integer retryCount,
        @Nullable String error,
        Instant at) {

    Transition {
        if (retryCount != null && retryCount < 0) {
            throw new IllegalArgumentException("retryCount is negative: " + retryCount);
        }
        // An error is a stranger's text, and half a surrogate pair can't be written as UTF-8.
        error = error == null ? null : new String(error.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** What it makes of what is recorded. */
    GsiEntry of(GsiEntry known) {
        return new GsiEntry(
                id,
                status,
                starts(known) ? at : known.creationTime(),
                retryCount == null ? known.retryCount() : retryCount,
                status == GsiStatus.ACTIVE ? null : error == null ? known.lastError() : error,
                known.fingerprint());
    }

    /** In progress with an error is what an attempt ended in, without one that the next is about to begin. */
    private boolean starts(GsiEntry known) {
        return status == GsiStatus.IN_PROGRESS && (error == null || known.creationTime() == null);
    }
}
