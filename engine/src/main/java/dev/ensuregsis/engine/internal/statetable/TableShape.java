package dev.ensuregsis.engine.internal.statetable;

import java.util.Optional;

/**
 * What a state table is, as DescribeTable shows it.
 *
 * @param status its status; {@link #UNTOLD} if it isn't told
 * @param key its key, like {@code state (S, HASH), item (S, RANGE)}
 * @param replicated whether it has replicas in other regions
 * @param accountId whose it is; empty if its ARN doesn't say
 */
record TableShape(String status, String key, boolean replicated, Optional<String> accountId) {
    /** The key that it has to have. */
    static final String KEY = "state (S, HASH), item (S, RANGE)";

    static final String UNTOLD = "not told";

    static final String ACTIVE = "ACTIVE";
    static final String UPDATING = "UPDATING";
    static final String CREATING = "CREATING";

    /** It serves reads and writes; also while it is being updated. */
    boolean serves() {
        return status.equals(ACTIVE) || status.equals(UPDATING);
    }

    boolean isUntold() {
        return status.equals(UNTOLD) || key.equals(UNTOLD);
    }
}
