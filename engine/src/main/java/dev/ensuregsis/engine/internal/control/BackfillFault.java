package dev.ensuregsis.engine.internal.control;

import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;

/** What DynamoDB Local doesn't say itself: it would let a run wait for ever. */
public enum BackfillFault {
    /** The backfill of an index would die at items that are there. */
    ITEMS_IN_THE_WAY(BackfillFault.ITEMS_IN_THE_WAY_CODE),
    /** Nothing moves any more: a backfill has died. */
    STUCK(BackfillFault.STUCK_CODE);

    /** The code of the first. */
    public static final String ITEMS_IN_THE_WAY_CODE = "ItemsInTheWay";

    /** The code of the second. */
    public static final String STUCK_CODE = "IndexesStuck";

    private static final int REFUSED = 400;

    private final String code;

    BackfillFault(String code) {
        this.code = code;
    }

    /**
     * The refusal.
     *
     * @param message what was found
     * @return to be thrown
     */
    public ControlPlaneException with(String message) {
        return new ControlPlaneException(new ControlPlaneFault.Answered(code, message, REFUSED));
    }
}
