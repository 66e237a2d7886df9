package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.internal.state.LockRules;
import dev.ensuregsis.engine.spi.StateStore;
import java.time.Duration;

/** Stores on a simulated table, in a time that a test brings. */
public final class SimulatedTableStores {
    private SimulatedTableStores() {}

    /** One that waits so long for another that lives. */
    public static StateStore store(StateRequests requests, TableTime time, Duration lockTimeout) {
        var lock = new LockRules("create", true, lockTimeout, lockTimeout, owner -> {});
        return new TableStateStore("history", requests, new TableRules(lock, TableRules.LEASE, false), time);
    }
}
