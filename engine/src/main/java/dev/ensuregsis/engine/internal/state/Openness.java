package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.StateException;

/** Whether changes are still taken, and if not, why. */
public enum Openness {
    /** They are. */
    OPEN,
    /** The process is being ended, whatever is closed after that. */
    SEALED,
    /** Its user is done with it. */
    CLOSED;

    /**
     * What closing makes of it.
     *
     * @return closed, unless it was sealed before
     */
    public Openness closed() {
        return this == SEALED ? SEALED : CLOSED;
    }

    /**
     * Refuses a change that isn't taken.
     *
     * @throws StateException.Sealed if it is sealed
     * @throws StateException.Closed if it is closed
     */
    public void refuseUnlessOpen() {
        if (this == SEALED) {
            throw new StateException.Sealed();
        }
        if (this == CLOSED) {
            throw new StateException.Closed();
        }
    }
}
