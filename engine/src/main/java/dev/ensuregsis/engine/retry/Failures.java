package dev.ensuregsis.engine.retry;

import dev.ensuregsis.engine.control.ControlPlaneFault;
import dev.ensuregsis.engine.control.ControlPlaneFault.Answered;
import dev.ensuregsis.engine.event.Failure;

/** The words for each error that ends something: what it means here, whether waiting helps, what to do next. */
public final class Failures {
    private Failures() {}

    static Failure nobodyListens(ControlPlaneFault.NoAnswer fault) {
        return new Failure(
                "NoAnswer",
                fault.message(),
                "Nothing answered at the endpoint, so nothing was changed.",
                false,
                "Check the endpoint (gsi.endpoint), the network and the proxy settings, then run again.");
    }

    static Failure unknownHost(ControlPlaneFault.UnknownHost fault) {
        return new Failure(
                "UnknownHost",
                fault.message(),
                "The endpoint's host name has no address.",
                false,
                "Check the region (gsi.region), the endpoint (gsi.endpoint) and the network, then run again.");
    }

    static Failure noCredentials(ControlPlaneFault.NoCredentials fault) {
        return new Failure(
                "NoCredentials",
                fault.message(),
                "No AWS credentials could be obtained.",
                false,
                "Sign in or set them: gsi.profile, gsi.serverId, or the SDK's default chain"
                        + " (AWS_PROFILE, AWS_ACCESS_KEY_ID, a role); then run again.");
    }

    static Failure unexpected(ControlPlaneFault.Unexpected fault) {
        return new Failure(
                "Unexpected",
                fault.message(),
                "The call could not be made, for a reason that lies with this program or its configuration.",
                false,
                "Run again with -e for the details; if they don't explain it, report them as a bug.");
    }

    static Failure credentialsRefused(Answered answer) {
        return new Failure(
                codeOf(answer),
                answer.message(),
                "DynamoDB does not accept these credentials (any more), so every further call would be refused.",
                false,
                "Renew the credentials (for SSO: aws sso login), then run again: it goes on where it stopped.");
    }

    static Failure accessDenied(Answered answer, Call call) {
        return new Failure(
                codeOf(answer),
                answer.message(),
                "These credentials may not do this with " + call.subject() + ".",
                false,
                "Allow " + call.operation().action() + " on the table in the IAM policy, then retry the failed ones.");
    }

    static Failure tableBeingDeleted(Answered answer) {
        return new Failure(
                codeOf(answer),
                answer.message(),
                "Somebody is deleting the table.",
                false,
                "Find out who deletes it and whether it is to come back, then retry the failed ones.");
    }

    static Failure tableGone(Answered answer, Call call) {
        return new Failure(
                codeOf(answer),
                answer.message(),
                "The table of " + call.subject() + " does not exist (any more) in this account and region.",
                false,
                "Check account, region and table name, or let it be created (gsi.createTables); then retry.");
    }

    static Failure refused(Answered answer) {
        return new Failure(
                codeOf(answer),
                answer.message(),
                "DynamoDB refuses this definition; the same call would be refused again.",
                false,
                "Correct the definition as the message says, then run again.");
    }

    static Failure indexQuota(Answered answer) {
        return new Failure(
                codeOf(answer),
                answer.message(),
                "The table has as many global secondary indexes as its quota allows (20 unless raised).",
                false,
                "Delete an index that nobody uses, or have the quota raised (Service Quotas), then retry.");
    }

    static Failure capacityQuota(Answered answer) {
        return new Failure(
                codeOf(answer),
                answer.message(),
                "The capacity asked for is above the account's or the table's quota.",
                false,
                "Ask for less capacity, or have the quota raised (Service Quotas), then retry.");
    }

    /**
     * An index or table whose tries are used up.
     *
     * @param last the last error
     * @param attempts how many tries there were
     * @return the failure, with the last error's own words
     */
    public static Failure triesUsedUp(Failure last, int attempts) {
        return new Failure(
                last.code(),
                last.message(),
                last.meaning() + " It was tried " + attempts + " times.",
                true,
                last.nextStep());
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
                    codeOf(answer),
                    answer.message(),
                    "DynamoDB did not carry out the call.",
                    true,
                    "Retry the failed ones later; if it goes on, ask AWS support with this message.");
        }
        return new Failure(
                "NoAnswer",
                fault.message(),
                "No answer came, so the call may or may not have taken effect.",
                true,
                "Check the network, then retry the failed ones: each is looked at before it is asked for.");
    }

    private static String codeOf(Answered answer) {
        return answer.code() == null ? "HTTP " + answer.httpStatus() : answer.code();
    }
}
