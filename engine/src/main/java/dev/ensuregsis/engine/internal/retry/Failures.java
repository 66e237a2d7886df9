package dev.ensuregsis.engine.internal.retry;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.NextStep.Kind;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.ControlPlaneFault.Answered;
import dev.ensuregsis.engine.spi.FailureKind;
import java.time.Duration;

/** The words for each error that ends something: what it means here, whether waiting helps, what to do next. */
public final class Failures {
    private Failures() {}

    static Failure nobodyListens(ControlPlaneFault.NotConnected fault) {
        return unreached(
                "NotConnected",
                fault,
                "Nobody listens there: the connection was refused, so nothing was changed.",
                Kind.CHECK_ENDPOINT);
    }

    static Failure unknownHost(ControlPlaneFault.UnknownHost fault) {
        return unreached("UnknownHost", fault, "This host name has no address.", Kind.CHECK_REGION);
    }

    static Failure notTrusted(ControlPlaneFault.NotTrusted fault) {
        return unreached(
                "NotTrusted",
                fault,
                "Whoever answered showed a certificate that isn't trusted here, so nothing was sent.",
                Kind.TRUST_CERTIFICATE);
    }

    static Failure proxyRefused(ControlPlaneFault.ProxyRefused fault) {
        return fault.wantsPassword()
                ? unreached(
                        "ProxyAuthenticationRequired",
                        fault,
                        "The proxy wants a user and a password that it takes, so nothing was sent on.",
                        Kind.SIGN_IN_AT_PROXY)
                : unreached(
                        "ProxyRefused",
                        fault,
                        "The proxy doesn't let this through, so nothing was sent on.",
                        Kind.ASK_PROXY);
    }

    /** DynamoDB says by a code what it refuses. */
    static Failure notDynamoDb(Answered answer) {
        return new Failure(
                FailureKind.TARGET,
                codeOf(answer),
                answer.message(),
                "What answered isn't DynamoDB: a proxy that doesn't let this through, or another server at the endpoint.",
                false,
                NextStep.of(Kind.ASK_PROXY));
    }

    private static Failure unreached(String code, ControlPlaneFault fault, String meaning, Kind nextStep) {
        return new Failure(FailureKind.TARGET, code, fault.message(), meaning, false, NextStep.of(nextStep));
    }

    static Failure noCredentials(ControlPlaneFault.NoCredentials fault) {
        return new Failure(
                FailureKind.TARGET,
                "NoCredentials",
                fault.message(),
                "No AWS credentials could be obtained.",
                false,
                NextStep.of(Kind.SIGN_IN));
    }

    /**
     * A fault of this program, or of what it was given.
     *
     * @param fault what happened
     * @return the failure
     */
    public static Failure unexpected(ControlPlaneFault.Unexpected fault) {
        return new Failure(
                FailureKind.UNEXPECTED,
                "Unexpected",
                fault.message(),
                "It could not go on, for a reason that lies with this program or its configuration.",
                false,
                NextStep.of(Kind.REPORT));
    }

    static Failure credentialsRefused(Answered answer) {
        return new Failure(
                FailureKind.TARGET,
                codeOf(answer),
                answer.message(),
                "DynamoDB does not accept these credentials (any more), so every further call would be refused.",
                false,
                NextStep.of(Kind.RENEW_CREDENTIALS));
    }

    static Failure accessDenied(Answered answer, Circumstances call) {
        var denial = Denial.of(answer.message());
        var action = denial.action().orElse(call.operation().action());
        var meaning = switch (denial.by()) {
            case NOBODY -> "These credentials may not do this with " + call.subject() + ".";
            case KEY -> "The table's encryption key can't be used, for " + call.subject() + ".";
            default ->
                "Denied for " + call.subject() + " by " + denial.by().words() + ", whatever an IAM policy allows.";
        };
        var nextStep = switch (denial.by()) {
            case NOBODY -> new NextStep(Kind.ALLOW_ACTION, action);
            case KEY -> NextStep.of(Kind.ALLOW_KEY);
            default ->
                new NextStep(Kind.ASK_WHO_DENIES, action + " by " + denial.by().words());
        };
        return new Failure(FailureKind.ACCESS, codeOf(answer), answer.message(), meaning, false, nextStep);
    }

    static Failure tableBeingDeleted(Answered answer) {
        return new Failure(
                FailureKind.BEING_DELETED,
                codeOf(answer),
                answer.message(),
                "Somebody is deleting the table.",
                false,
                NextStep.of(Kind.ASK_WHO_DELETES_TABLE));
    }

    static Failure tableGone(Answered answer, Circumstances call) {
        return new Failure(
                FailureKind.MISSING,
                codeOf(answer),
                answer.message(),
                "The table of " + call.subject() + " does not exist (any more) in this account and region.",
                false,
                NextStep.of(Kind.FIND_TABLE));
    }

    static Failure refused(Answered answer) {
        return new Failure(
                FailureKind.REFUSED,
                codeOf(answer),
                answer.message(),
                "DynamoDB refuses this definition; the same call would be refused again.",
                false,
                NextStep.of(Kind.CORRECT_DEFINITION));
    }

    static Failure itemsInTheWay(Answered answer) {
        return new Failure(
                FailureKind.REFUSED,
                codeOf(answer),
                answer.message(),
                "AWS leaves such items out; DynamoDB Local stops at them, and the index would never be ACTIVE.",
                false,
                NextStep.of(Kind.MEND_ITEMS));
    }

    static Failure indexesStuck(Answered answer) {
        return new Failure(
                FailureKind.UNUSABLE,
                codeOf(answer),
                answer.message(),
                "DynamoDB Local's backfill dies at an item that has NULL, a boolean, a list, a map or a set for an attribute of"
                        + " an index's key; the index then stays CREATING for ever, and five of them keep all others in the"
                        + " database from being added.",
                false,
                NextStep.of(Kind.MEND_STUCK_INDEX));
    }

    static Failure quota(Answered answer, Quota quota) {
        return new Failure(
                FailureKind.QUOTA,
                codeOf(answer),
                answer.message(),
                quota.meaning(answer.message()),
                false,
                NextStep.of(quota.nextStep()));
    }

    /**
     * Something whose tries are used up.
     *
     * @param last the last error
     * @param attempts how many tries there were
     * @return the failure, with the last error's own words
     */
    public static Failure triesUsedUp(Failure last, int attempts) {
        return new Failure(
                FailureKind.TRIES_USED_UP,
                last.code(),
                last.message(),
                last.meaning() + " It was tried " + attempts + " times.",
                true,
                last.nextStep());
    }

    /**
     * A table that says for ever that it is in use.
     *
     * @param last what it said last
     * @param still for how long it has, while nothing on it changed
     * @return the failure, with DynamoDB's own words
     */
    public static Failure stalled(Failure last, Duration still) {
        return new Failure(
                FailureKind.TRIES_USED_UP,
                last.code(),
                last.message(),
                "The table has refused its next change for " + still.toMinutes()
                        + " min, and nothing on it has changed meanwhile.",
                true,
                NextStep.of(Kind.LOOK_AT_TABLE));
    }

    /**
     * An error after which the same call is sent again.
     *
     * @param fault what went wrong
     * @return the failure, in words for the time between two tries
     */
    public static Failure passing(ControlPlaneFault fault) {
        return fault.match(Passing.CASES);
    }

    static Failure passing(String code, ControlPlaneFault fault, String meaning, Kind nextStep) {
        return new Failure(FailureKind.PASSING, code, fault.message(), meaning, true, NextStep.of(nextStep));
    }

    static String codeOf(Answered answer) {
        return answer.code() == null ? "HTTP " + answer.httpStatus() : answer.code();
    }
}
