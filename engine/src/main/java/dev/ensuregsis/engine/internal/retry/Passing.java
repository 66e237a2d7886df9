package dev.ensuregsis.engine.internal.retry;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.NextStep.Kind;
import dev.ensuregsis.engine.spi.ControlPlaneFault;

/** The words for an error after which the same call is sent again: whether the last one may have taken effect is said. */
final class Passing implements ControlPlaneFault.Cases<Failure> {
    static final Passing CASES = new Passing();

    private static final int FIRST_SERVER_ERROR = 500;

    private Passing() {}

    @Override
    public Failure answered(ControlPlaneFault.Answered fault) {
        return Failures.passing(
                Failures.codeOf(fault),
                fault,
                fault.httpStatus() >= FIRST_SERVER_ERROR
                        ? "DynamoDB failed over the call, which may or may not have taken effect."
                        : "DynamoDB did not carry out the call.",
                Kind.TRY_LATER);
    }

    @Override
    public Failure noAnswer(ControlPlaneFault.NoAnswer fault) {
        return Failures.passing(
                "NoAnswer", fault, "No answer came, so the call may or may not have taken effect.", Kind.CHECK_NETWORK);
    }

    @Override
    public Failure timedOut(ControlPlaneFault.TimedOut fault) {
        return Failures.passing(
                "TimedOut",
                fault,
                "No connection came about in time, so nothing was sent: something on the way drops it.",
                Kind.CHECK_ROUTE);
    }

    /** It answered before. */
    @Override
    public Failure notConnected(ControlPlaneFault.NotConnected fault) {
        return Failures.passing(
                "NotConnected",
                fault,
                "Nobody listens there any more: the connection was refused, so nothing was sent.",
                Kind.CHECK_NETWORK);
    }

    @Override
    public Failure proxyRefused(ControlPlaneFault.ProxyRefused fault) {
        return Failures.passing(
                "ProxyRefused",
                fault,
                "The proxy could not pass the call on, so nothing was sent to DynamoDB.",
                Kind.ASK_PROXY);
    }

    @Override
    public Failure notSent(ControlPlaneFault.NotSent fault) {
        return Failures.passing("NotSent", fault, "The call was held back, so nothing was sent.", Kind.TRY_LATER);
    }

    @Override
    public Failure notTrusted(ControlPlaneFault.NotTrusted fault) {
        return Failures.notTrusted(fault);
    }

    @Override
    public Failure unknownHost(ControlPlaneFault.UnknownHost fault) {
        return Failures.unknownHost(fault);
    }

    @Override
    public Failure noCredentials(ControlPlaneFault.NoCredentials fault) {
        return Failures.noCredentials(fault);
    }

    @Override
    public Failure unexpected(ControlPlaneFault.Unexpected fault) {
        return Failures.unexpected(fault);
    }
}
