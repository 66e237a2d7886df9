package dev.ensuregsis.engine.state;

import dev.ensuregsis.engine.definition.IndexId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded about one index.
 *
 * @param id which index
 * @param status where its creation stands
 * @param creationTime when its creation was last started, in whole seconds; null if it never was
 * @param retryCount attempts that ended in an error which uses one up, over all runs; 0 or more
 * @param lastError the last error; null if there was none, or it is over
 * @param fingerprint digest of the definition that this is about; null if another tool made the entry
 */
public record GsiEntry(
        IndexId id,
        GsiStatus status,
        @Nullable Instant creationTime,
        int retryCount,
        @Nullable String lastError,
        @Nullable String fingerprint) {

    static GsiEntry pending(IndexId id, @Nullable String fingerprint) {
        return new GsiEntry(id, GsiStatus.PENDING, null, 0, null, fingerprint);
    }

    /** This entry under a definition: one that failed is pending again if that is not the definition that failed. */
    GsiEntry definedAs(String newFingerprint) {
        boolean changed = fingerprint != null && !fingerprint.equals(newFingerprint);
        return status == GsiStatus.FAILED && changed
                ? new GsiEntry(id, GsiStatus.PENDING, creationTime, retryCount, null, newFingerprint)
                : new GsiEntry(id, status, creationTime, retryCount, lastError, newFingerprint);
    }
}
