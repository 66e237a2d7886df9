package dev.ensuregsis.engine.spi;

import java.util.Locale;

/** Where the creation of one index stands, as the state file records it (there in lower case). */
public enum GsiStatus {
    /** Not attempted yet. */
    PENDING,
    /** A call to create it is being made or was made; it is not known to be ACTIVE. */
    IN_PROGRESS,
    /** It exists, is ACTIVE and is what was asked for. */
    ACTIVE,
    /** Given up: see the entry's last error. */
    FAILED;

    /**
     * The word in the state file.
     *
     * @return the name in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
