package dev.ensuregsis.engine.internal.retry;

import dev.ensuregsis.engine.internal.control.BackfillFault;
import dev.ensuregsis.engine.internal.retry.Circumstances.Operation;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.ControlPlaneFault.Answered;
import dev.ensuregsis.engine.spi.RetryClass;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Says what an error of the control plane means. One row per line, in the order of the reference table; DynamoDB uses
 * one code for "later" and for "never", so the texts count too. A text that nobody has seen yet falls to the last row
 * of its code.
 */
public final class ErrorClassifier {
    private static final Pattern TABLES_IN_FLIGHT = Pattern.compile(
            "tables with online indexes can be created simultaneously"
                    + "|can be created, updated, or deleted simultaneously"
                    + "|indexed tables that can be created simultaneously",
            Pattern.CASE_INSENSITIVE);
    /** Source: aws-cli issue 4303, amplify-cli issue 1714 and aws-lambda-redshift-loader issue 192, all of 2019. */
    private static final Pattern BILLING_CHANGED =
            Pattern.compile("(ReadCapacityUnits|ProvisionedThroughput).* specified .*BillingMode is PAY_PER_REQUEST"
                    + "|ReadCapacityUnits and WriteCapacityUnits must be specified");

    private static final Pattern NUMBER = Pattern.compile("\\b\\d{1,6}\\b");
    private static final int FIRST_SERVER_ERROR = 500;

    private ErrorClassifier() {}

    /**
     * Classifies one error.
     *
     * @param fault what went wrong
     * @param call the circumstances
     * @return what it means
     */
    public static ErrorClass classify(ControlPlaneFault fault, Circumstances call) {
        return fault.match(new ByFault(call));
    }

    private record ByFault(Circumstances call) implements ControlPlaneFault.Cases<ErrorClass> {
        @Override
        public ErrorClass answered(Answered answer) {
            return ErrorClassifier.answered(answer, call);
        }

        @Override
        public ErrorClass notConnected(ControlPlaneFault.NotConnected fault) {
            return call.answeredBefore()
                    ? new ErrorClass.BackOff(RetryClass.NO_ANSWER)
                    : new ErrorClass.AbortRun(Failures.nobodyListens(fault));
        }

        /** Someone was there, or may have been: before the first answer of the run this is borne for a few tries too. */
        @Override
        public ErrorClass noAnswer(ControlPlaneFault.NoAnswer fault) {
            return new ErrorClass.BackOff(RetryClass.NO_ANSWER);
        }

        @Override
        public ErrorClass timedOut(ControlPlaneFault.TimedOut fault) {
            return new ErrorClass.BackOff(RetryClass.NO_ANSWER);
        }

        @Override
        public ErrorClass notTrusted(ControlPlaneFault.NotTrusted fault) {
            return new ErrorClass.AbortRun(Failures.notTrusted(fault));
        }

        /** A proxy that can't reach what is behind it may do so in a moment. */
        @Override
        public ErrorClass proxyRefused(ControlPlaneFault.ProxyRefused fault) {
            return fault.httpStatus() >= FIRST_SERVER_ERROR
                    ? new ErrorClass.BackOff(RetryClass.NO_ANSWER)
                    : new ErrorClass.AbortRun(Failures.proxyRefused(fault));
        }

        @Override
        public ErrorClass unknownHost(ControlPlaneFault.UnknownHost fault) {
            return new ErrorClass.AbortRun(Failures.unknownHost(fault));
        }

        @Override
        public ErrorClass noCredentials(ControlPlaneFault.NoCredentials fault) {
            return new ErrorClass.AbortRun(Failures.noCredentials(fault));
        }

        @Override
        public ErrorClass notSent(ControlPlaneFault.NotSent fault) {
            return new ErrorClass.HeldBack();
        }

        @Override
        public ErrorClass unexpected(ControlPlaneFault.Unexpected fault) {
            return new ErrorClass.AbortRun(Failures.unexpected(fault));
        }
    }

    private static ErrorClass answered(Answered answer, Circumstances call) {
        if (answer.code() == null && answer.httpStatus() < FIRST_SERVER_ERROR) {
            return new ErrorClass.AbortRun(Failures.notDynamoDb(answer));
        }
        return switch (name(answer)) {
            case "LimitExceeded" -> limitExceeded(answer);
            case "ResourceInUse" -> resourceInUse(answer, call);
            case "ResourceNotFound" -> notFound(answer, call);
            case "Validation" -> validation(answer, call);
            case "Throttling", "RequestLimitExceeded", "ProvisionedThroughputExceeded", "TooManyRequests" ->
                new ErrorClass.SlowDown();
            case BackfillFault.ITEMS_IN_THE_WAY_CODE -> new ErrorClass.StopIndex(Failures.itemsInTheWay(answer));
            case BackfillFault.STUCK_CODE -> new ErrorClass.StopIndex(Failures.indexesStuck(answer));
            case "AccessDenied" -> new ErrorClass.StopTable(Failures.accessDenied(answer, call));
            case "UnrecognizedClient",
                    "InvalidSignature",
                    "IncompleteSignature",
                    "SignatureDoesNotMatch",
                    "MissingAuthenticationToken",
                    "InvalidClientTokenId",
                    "ExpiredToken" -> new ErrorClass.AbortRun(Failures.credentialsRefused(answer));
            default ->
                answer.code() == null || answer.httpStatus() >= FIRST_SERVER_ERROR || isServerError(name(answer))
                        ? new ErrorClass.BackOff(RetryClass.SERVER_ERROR)
                        : new ErrorClass.StopIndex(Failures.refused(answer));
        };
    }

    /** The text is the same whether the table is missing or the index that is to go: a look tells. */
    private static ErrorClass notFound(Answered answer, Circumstances call) {
        if (call.operation() == Operation.DELETE_INDEX) {
            return new ErrorClass.Gone();
        }
        if (call.operation() == Operation.CHANGE_CAPACITY) {
            return new ErrorClass.BackOff(RetryClass.SERVER_ERROR);
        }
        return call.tableCreatedByThisRun()
                ? new ErrorClass.BackOff(RetryClass.TABLE_NOT_VISIBLE)
                : new ErrorClass.StopTable(Failures.tableGone(answer, call));
    }

    private static ErrorClass limitExceeded(Answered answer) {
        var said = answer.message();
        if (TABLES_IN_FLIGHT.matcher(said).find()) {
            var number = NUMBER.matcher(said);
            return new ErrorClass.FewerTables(
                    number.find() ? OptionalInt.of(Integer.parseInt(number.group())) : OptionalInt.empty());
        }
        if (mentions(said, "online index can be created or deleted simultaneously")) {
            return new ErrorClass.Wait();
        }
        if (mentions(said, "decrease")) {
            // A few a day, then one an hour: the table itself says later.
            return new ErrorClass.Wait();
        }
        return Quota.of(said)
                .<ErrorClass>map(quota -> new ErrorClass.StopIndex(Failures.quota(answer, quota)))
                .orElseGet(() -> new ErrorClass.BackOff(RetryClass.UNKNOWN_LIMIT));
    }

    private static ErrorClass validation(Answered answer, Circumstances call) {
        if (mentions(answer.message(), "already exists")) {
            return new ErrorClass.Exists();
        }
        // Capacity is asked for as the look has shown the billing mode: it has changed since.
        return call.operation() == Operation.UPDATE_TABLE
                        && BILLING_CHANGED.matcher(answer.message()).find()
                ? new ErrorClass.BackOff(RetryClass.BILLING_CHANGED)
                : new ErrorClass.StopIndex(Failures.refused(answer));
    }

    private static ErrorClass resourceInUse(Answered answer, Circumstances call) {
        if (mentions(answer.message(), "table is being deleted")) {
            return new ErrorClass.StopTable(Failures.tableBeingDeleted(answer));
        }
        if (call.operation() != Operation.UPDATE_TABLE && call.operation() != Operation.CREATE_TABLE) {
            return new ErrorClass.Wait();
        }
        var exists = call.operation() == Operation.CREATE_TABLE
                || mentions(answer.message(), "already exists")
                || mentions(answer.message(), "index is being created");
        return exists ? new ErrorClass.Exists() : new ErrorClass.Wait();
    }

    private static boolean isServerError(String name) {
        return name.equals("InternalServerError")
                || name.equals("InternalFailure")
                || name.equals("ServiceUnavailable");
    }

    /** {@code com.amazonaws.dynamodb.v20120810#LimitExceededException} and {@code LimitExceeded} are one code. */
    private static String name(Answered answer) {
        var code = answer.code() == null ? "" : answer.code();
        var bare = code.substring(code.lastIndexOf('#') + 1);
        return bare.endsWith("Exception") ? bare.substring(0, bare.length() - "Exception".length()) : bare;
    }

    private static boolean mentions(String said, String words) {
        return said.toLowerCase(Locale.ROOT).contains(words);
    }
}
