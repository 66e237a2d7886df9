package dev.ensuregsis.engine.internal.reconcile;

import java.time.Duration;

/**
 * What the user allows a run to do, and how patient it is.
 *
 * @param createTables whether missing tables are created
 * @param local whether the endpoint is an emulator on this machine
 */
public record RunRules(boolean createTables, boolean local) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOCAL_PATIENCE = Duration.ofSeconds(10);

    /**
     * How long something that was accepted or seen may be absent from looks, which are eventually consistent.
     *
     * @return two minutes, ten seconds on a local endpoint
     */
    public Duration patience() {
        return local ? LOCAL_PATIENCE : PATIENCE;
    }
}
