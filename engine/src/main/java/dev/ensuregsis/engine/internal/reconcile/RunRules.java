package dev.ensuregsis.engine.internal.reconcile;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the user allows a run to do, and how patient it is.
 *
 * @param createTables whether missing tables are created
 * @param local whether the endpoint is an emulator on this machine
 * @param backfillWrite the write capacity units that an index of a provisioned table is built with; null for its own
 */
public record RunRules(
        boolean createTables, boolean local, @Nullable Long backfillWrite) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOCAL_PATIENCE = Duration.ofSeconds(10);

    /** How long after its signing DynamoDB takes a request. Source: its refusal, "Signature expired: … (… - 15 min.)". */
    private static final Duration LATEST_CALL = Duration.ofMinutes(15);

    /**
     * An index is built with the capacity that it is to have.
     *
     * @param createTables whether missing tables are created
     * @param local whether the endpoint is an emulator on this machine
     */
    public RunRules(boolean createTables, boolean local) {
        this(createTables, local, null);
    }

    /**
     * How long something that was accepted or seen may be absent from looks, which are eventually consistent.
     *
     * @return two minutes, ten seconds on a local endpoint
     */
    public Duration patience() {
        return local ? LOCAL_PATIENCE : PATIENCE;
    }

    /**
     * How long a call that was not answered may still take effect.
     *
     * @return a quarter of an hour; on a local endpoint, which checks no time, as long as the patience
     */
    public Duration latestCall() {
        return local ? LOCAL_PATIENCE : LATEST_CALL;
    }
}
