package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a run tells about one index.
 *
 * @param status where its creation stands now
 * @param retryCount attempts over all runs that used one up; null: as recorded
 * @param error the last error; null: as recorded
 * @param at when
 */
public record Transition(
        GsiStatus status,
        @Nullable Integer retryCount,
        @Nullable LastError error,
        Instant at) {

    /** Checks the count, and takes whole seconds of the time. */
    public Transition {
        if (retryCount != null && retryCount < 0) {
            throw new IllegalArgumentException("retryCount is negative: " + retryCount);
        }
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * What went wrong last.
     *
     * @param text in words
     * @param kind of what kind it is; null if that isn't known
     */
    public record LastError(String text, @Nullable FailureKind kind) {
        /** An error is a stranger's text, and half a surrogate pair can't be written as UTF-8. */
        public LastError {
            text = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
    }

    /**
     * What it makes of what is recorded.
     *
     * @param known the entry so far
     * @return the entry from now on
     */
    public GsiEntry of(GsiEntry known) {
        var active = status == GsiStatus.ACTIVE;
        var begins = begins(known);
        return new GsiEntry(
                known.id(),
                status,
                begins ? at : known.creationTime(),
                activeTime(known, begins),
                retryCount == null ? known.retryCount() : retryCount,
                active ? null : error == null ? known.lastError() : error.text(),
                active ? null : error == null ? known.failureKind() : error.kind(),
                known.fingerprint(),
                known.definedBy(),
                known.undertaking());
    }

    /** In progress with an error is what an attempt ended in, without one that the next is about to begin. */
    private boolean begins(GsiEntry known) {
        return status == GsiStatus.IN_PROGRESS && (error == null || known.creationTime() == null);
    }

    /** One that was ACTIVE already when it was first seen has no time: nobody knows how long it took. */
    private @Nullable Instant activeTime(GsiEntry known, boolean begins) {
        if (status == GsiStatus.ACTIVE && known.status() == GsiStatus.IN_PROGRESS) {
            return at;
        }
        return begins ? null : known.activeTime();
    }
}
