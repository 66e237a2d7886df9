package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.internal.state.LockRules;
import dev.ensuregsis.engine.spi.StateStore;
import java.time.Duration;

/** Stores on a simulated table, in a time that a test brings. */
public final class SimulatedTableStores {
    private SimulatedTableStores() {}

    /** One that waits so long for another that lives. */
    public static StateStore store(StateRequests requests, TableTime time, Duration lockTimeout) {
        return store(requests, time, lockTimeout, false);
    }

    /** One that waits for nobody and makes its table. */
    public static StateStore making(StateRequests requests, TableTime time) {
        return store(requests, time, Duration.ZERO, true);
    }

    private static StateStore store(StateRequests requests, TableTime time, Duration lockTimeout, boolean create) {
        var lock = new LockRules("create", true, lockTimeout, lockTimeout, owner -> {});
        return new TableStateStore("history", requests, new TableRules(lock, TableRules.LEASE, create), time);
    }
}
