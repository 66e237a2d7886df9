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
        return new Failure(
                FailureKind.TARGET,
                "NoAnswer",
                fault.message(),
                "Nothing answered at the endpoint, so nothing was changed.",
                false,
                NextStep.of(Kind.CHECK_ENDPOINT));
    }

    static Failure unknownHost(ControlPlaneFault.UnknownHost fault) {
        return new Failure(
                FailureKind.TARGET,
                "UnknownHost",
                fault.message(),
                "The endpoint's host name has no address.",
                false,
                NextStep.of(Kind.CHECK_REGION));
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
        return new Failure(
                FailureKind.ACCESS,
                codeOf(answer),
                answer.message(),
                "These credentials may not do this with " + call.subject() + ".",
                false,
                new NextStep(Kind.ALLOW_ACTION, call.operation().action()));
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

    static Failure indexQuota(Answered answer) {
        return new Failure(
                FailureKind.QUOTA,
                codeOf(answer),
                answer.message(),
                "The table has as many global secondary indexes as its quota allows (20 unless raised).",
                false,
                NextStep.of(Kind.MAKE_ROOM_FOR_INDEX));
    }

    static Failure capacityQuota(Answered answer) {
        return new Failure(
                FailureKind.QUOTA,
                codeOf(answer),
                answer.message(),
                "The capacity asked for is above the account's or the table's quota.",
                false,
                NextStep.of(Kind.ASK_FOR_LESS_CAPACITY));
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
        if (fault instanceof Answered answer) {
            return new Failure(
                    FailureKind.PASSING,
                    codeOf(answer),
                    answer.message(),
                    "DynamoDB did not carry out the call.",
                    true,
                    NextStep.of(Kind.TRY_LATER));
        }
        return new Failure(
                FailureKind.PASSING,
                "NoAnswer",
                fault.message(),
                "No answer came, so the call may or may not have taken effect.",
                true,
                NextStep.of(Kind.CHECK_NETWORK));
    }

    private static String codeOf(Answered answer) {
        return answer.code() == null ? "HTTP " + answer.httpStatus() : answer.code();
    }
}
