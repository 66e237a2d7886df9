package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.internal.state.LockRules;
import java.time.Duration;

/**
 * How a state table is used.
 *
 * @param lock what to do while another has the state
 * @param lease how long a lease is good
 * @param create whether the table is made where it is missing
 */
public record TableRules(LockRules lock, Duration lease, boolean create) {
    /** Renewed every twenty seconds. */
    public static final Duration LEASE = Duration.ofSeconds(60);
}
