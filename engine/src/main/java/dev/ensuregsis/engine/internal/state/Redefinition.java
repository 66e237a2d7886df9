package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;

/** What a definition makes of an entry that was recorded for an earlier one. */
public final class Redefinition {
    private Redefinition() {}

    /**
     * The entry under a definition: one that failed is pending again if that is not the definition that failed.
     *
     * @param known what is recorded
     * @param fingerprint of the definition
     * @param definedBy whose definition it is
     * @return the entry as it stands now
     */
    public static GsiEntry of(GsiEntry known, String fingerprint, String definedBy) {
        var again = known.status() == GsiStatus.FAILED && isChanged(known, fingerprint);
        return new GsiEntry(
                known.id(),
                again ? GsiStatus.PENDING : known.status(),
                known.creationTime(),
                known.activeTime(),
                known.retryCount(),
                again ? null : known.lastError(),
                again ? null : known.failureKind(),
                fingerprint,
                definedBy,
                known.undertaking());
    }

    /** An entry of another tool doesn't say what it is about. */
    private static boolean isChanged(GsiEntry known, String fingerprint) {
        return known.fingerprint() != null && !known.fingerprint().equals(fingerprint);
    }
}
