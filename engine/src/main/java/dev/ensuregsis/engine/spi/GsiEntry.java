package dev.ensuregsis.engine.spi;

import dev.ensuregsis.engine.definition.IndexId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded about one index.
 *
 * @param id which index
 * @param status where its creation stands
 * @param creationTime when its creation was last started, in whole seconds; null if it never was
 * @param activeTime when it was first seen ACTIVE after that, in whole seconds; null if that isn't known
 * @param retryCount attempts that ended in an error which uses one up, over all runs; 0 or more
 * @param lastError the last error; null if there was none, or it is over
 * @param failureKind what kind of error that is; null if there is none, or another tool made the entry
 * @param fingerprint digest of the definition that this is about; null if another tool made the entry
 * @param definedBy the script name of the last run that had it in its definitions; null if another tool made the entry
 * @param undertaking what was begun with it and has to be finished or undone
 */
public record GsiEntry(
        IndexId id,
        GsiStatus status,
        @Nullable Instant creationTime,
        @Nullable Instant activeTime,
        int retryCount,
        @Nullable String lastError,
        @Nullable FailureKind failureKind,
        @Nullable String fingerprint,
        @Nullable String definedBy,
        Undertaking undertaking) {

    /**
     * An entry of an index that nothing was begun with but its creation.
     *
     * @param id which index
     * @param status where its creation stands
     * @param creationTime when its creation was last started; null if it never was
     * @param activeTime when it was first seen ACTIVE after that; null if that isn't known
     * @param retryCount attempts that ended in an error which uses one up, over all runs
     * @param lastError the last error; null if there was none, or it is over
     * @param failureKind what kind of error that is; null if there is none
     * @param fingerprint digest of the definition that this is about; null if another tool made the entry
     * @param definedBy the script name of the last run that had it in its definitions; null if another tool made the entry
     */
    public GsiEntry(
            IndexId id,
            GsiStatus status,
            @Nullable Instant creationTime,
            @Nullable Instant activeTime,
            int retryCount,
            @Nullable String lastError,
            @Nullable FailureKind failureKind,
            @Nullable String fingerprint,
            @Nullable String definedBy) {
        this(
                id,
                status,
                creationTime,
                activeTime,
                retryCount,
                lastError,
                failureKind,
                fingerprint,
                definedBy,
                Undertaking.NONE);
    }

    /**
     * The same, but for who defines it.
     *
     * @param name the script name
     * @return the entry
     */
    public GsiEntry withDefinedBy(@Nullable String name) {
        return new GsiEntry(
                id,
                status,
                creationTime,
                activeTime,
                retryCount,
                lastError,
                failureKind,
                fingerprint,
                name,
                undertaking);
    }

    /**
     * The entry of an index that was never attempted.
     *
     * @param id which index
     * @param fingerprint digest of its definition
     * @param definedBy the script name of the run that has it in its definitions
     * @return the entry
     */
    public static GsiEntry pending(IndexId id, @Nullable String fingerprint, @Nullable String definedBy) {
        return new GsiEntry(id, GsiStatus.PENDING, null, null, 0, null, null, fingerprint, definedBy);
    }

    /**
     * The same with another undertaking.
     *
     * @param begun what was begun
     * @return the entry
     */
    public GsiEntry with(Undertaking begun) {
        return new GsiEntry(
                id,
                status,
                creationTime,
                activeTime,
                retryCount,
                lastError,
                failureKind,
                fingerprint,
                definedBy,
                begun);
    }
}
