package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.internal.retry.ErrorClass;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.RetryClass;

/**
 * Whether a call that met a fault may have taken effect, or may yet: only where it was sent and nobody says that it didn't.
 *
 * @param meaning what the fault means for the run
 */
record LateEffect(ErrorClass meaning) implements ControlPlaneFault.Cases<Boolean> {

    /** DynamoDB broke over the call; all else it says of a call that it didn't carry out. */
    @Override
    public Boolean answered(ControlPlaneFault.Answered fault) {
        return meaning.equals(new ErrorClass.BackOff(RetryClass.SERVER_ERROR));
    }

    @Override
    public Boolean noAnswer(ControlPlaneFault.NoAnswer fault) {
        return true;
    }

    @Override
    public Boolean unexpected(ControlPlaneFault.Unexpected fault) {
        return true;
    }

    @Override
    public Boolean notConnected(ControlPlaneFault.NotConnected fault) {
        return false;
    }

    @Override
    public Boolean timedOut(ControlPlaneFault.TimedOut fault) {
        return false;
    }

    @Override
    public Boolean notTrusted(ControlPlaneFault.NotTrusted fault) {
        return false;
    }

    @Override
    public Boolean proxyRefused(ControlPlaneFault.ProxyRefused fault) {
        return false;
    }

    @Override
    public Boolean unknownHost(ControlPlaneFault.UnknownHost fault) {
        return false;
    }

    @Override
    public Boolean noCredentials(ControlPlaneFault.NoCredentials fault) {
        return false;
    }

    @Override
    public Boolean notSent(ControlPlaneFault.NotSent fault) {
        return false;
    }
}
