package dev.ensuregsis.engine.history;

import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SimulatedProcess;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What several processes at once are in, as the way from one of them to the account sees it. */
interface Rivalry {
    SimulatedAccount account();

    RandomGenerator random();

    boolean isTroubled();

    /** About as long as a lease, or much longer. */
    Duration pause();

    /** A change leaves a process, and its guard has just let it pass. */
    void leaves(SimulatedProcess process, String what);

    /** A deletion arrives at the account. */
    void delete(SimulatedProcess process, String tableName, String indexName);
}
