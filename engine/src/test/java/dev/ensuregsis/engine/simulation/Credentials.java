package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.spi.ControlPlaneFault;

/** The credentials of one process. */
final class Credentials {
    static final Fault EXPIRED = Fault.before(new ControlPlaneFault.Answered(
            "ExpiredTokenException", "The security token included in the request is expired", 400));

    private Credentials() {}
}
