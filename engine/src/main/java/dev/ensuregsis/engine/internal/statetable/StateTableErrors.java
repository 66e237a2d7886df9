package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.internal.control.Sdk;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What the errors of requests to the state table mean. */
final class StateTableErrors {
    /** Sent once, and not waited for longer than a renewal bears. */
    static final AwsRequestOverrideConfiguration ONCE = Sdk.WITHOUT_RETRIES.toBuilder()
            .apiCallAttemptTimeout(Duration.ofSeconds(5))
            .build();

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final Set<String> DENIED = Set.of(
            "AccessDenied",
            "UnrecognizedClient",
            "InvalidSignature",
            "IncompleteSignature",
            "SignatureDoesNotMatch",
            "MissingAuthenticationToken",
            "InvalidClientTokenId",
            "ExpiredToken");
    private static final Set<String> PASSING = Set.of(
            "Throttling",
            "ThrottlingError",
            "RequestLimitExceeded",
            "ProvisionedThroughputExceeded",
            "TooManyRequests",
            "TransactionConflict",
            "TransactionInProgress",
            "LimitExceeded",
            "ResourceInUse",
            "ContinuousBackupsUnavailable",
            "InternalServerError",
            "InternalFailure",
            "ServiceUnavailable");
    private static final int FIRST_SERVER_ERROR = 500;

    private StateTableErrors() {}

    /** A request without a condition. */
    static <T> T call(Callable<T> request) {
        return call(request, item -> {
            throw new IllegalStateException("a request without a condition has none that fails");
        });
    }

    /** A request with conditions on the head, of which the answer shows what it is. */
    static <T> T call(Callable<T> request, Function<Map<String, AttributeValue>, Head> readHead) {
        try {
            return Sdk.call(request);
        } catch (ControlPlaneException e) {
            throw new StateTableException(e.fault().match(new ByFault(e.getCause(), readHead)), e.getCause());
        }
    }

    /** What the fault of a request means that threw this. */
    private record ByFault(@Nullable Throwable thrown, Function<Map<String, AttributeValue>, Head> readHead)
            implements ControlPlaneFault.Cases<StateTableFault> {

        @Override
        public StateTableFault answered(ControlPlaneFault.Answered answer) {
            if (thrown instanceof ConditionalCheckFailedException failed) {
                return new StateTableFault.ConditionFailed(head(failed.item(), readHead));
            }
            return thrown instanceof TransactionCanceledException canceled
                    ? canceled(canceled.cancellationReasons(), answer.message(), readHead)
                    : byCode(answer);
        }

        @Override
        public StateTableFault notConnected(ControlPlaneFault.NotConnected fault) {
            return new StateTableFault.Passing(fault.message());
        }

        @Override
        public StateTableFault timedOut(ControlPlaneFault.TimedOut fault) {
            return new StateTableFault.Passing(fault.message());
        }

        @Override
        public StateTableFault notTrusted(ControlPlaneFault.NotTrusted fault) {
            return new StateTableFault.Refused(fault.message());
        }

        /** A proxy that can't reach what is behind it may do so in a moment. */
        @Override
        public StateTableFault proxyRefused(ControlPlaneFault.ProxyRefused fault) {
            return fault.httpStatus() >= FIRST_SERVER_ERROR
                    ? new StateTableFault.Passing(fault.message())
                    : new StateTableFault.Refused(fault.message());
        }

        @Override
        public StateTableFault noAnswer(ControlPlaneFault.NoAnswer fault) {
            return new StateTableFault.Passing(fault.message());
        }

        /** Also where a network comes and goes. */
        @Override
        public StateTableFault unknownHost(ControlPlaneFault.UnknownHost fault) {
            return new StateTableFault.Passing(fault.message());
        }

        @Override
        public StateTableFault noCredentials(ControlPlaneFault.NoCredentials fault) {
            return new StateTableFault.Denied(fault.message());
        }

        /** No guard stands before these requests: they are on condition. */
        @Override
        public StateTableFault notSent(ControlPlaneFault.NotSent fault) {
            return new StateTableFault.Refused(fault.message());
        }

        @Override
        public StateTableFault unexpected(ControlPlaneFault.Unexpected fault) {
            return new StateTableFault.Refused(fault.message());
        }
    }

    /** The check of the lease is the first of the items. */
    private static StateTableFault canceled(
            List<CancellationReason> reasons, String message, Function<Map<String, AttributeValue>, Head> readHead) {
        if (!reasons.isEmpty() && CONDITION_FAILED.equals(reasons.get(0).code())) {
            return new StateTableFault.ConditionFailed(head(reasons.get(0).item(), readHead));
        }
        var codes = reasons.stream().map(CancellationReason::code).toList();
        if (codes.contains(CONDITION_FAILED)) {
            return new StateTableFault.Outdated();
        }
        var passes = codes.stream().anyMatch(code -> code != null && PASSING.contains(bare(code)));
        return passes ? new StateTableFault.Passing(message) : new StateTableFault.Refused(message);
    }

    private static Optional<Head> head(
            Map<String, AttributeValue> item, Function<Map<String, AttributeValue>, Head> readHead) {
        return item.isEmpty() ? Optional.empty() : Optional.of(readHead.apply(item));
    }

    private static StateTableFault byCode(ControlPlaneFault.Answered answer) {
        var name = bare(answer.code() == null ? "" : answer.code());
        if (name.equals("ResourceNotFound") || name.equals("TableNotFound")) {
            return new StateTableFault.Missing(answer.message());
        }
        if (DENIED.contains(name)) {
            return new StateTableFault.Denied(answer.message());
        }
        return name.isEmpty() || PASSING.contains(name) || answer.httpStatus() >= FIRST_SERVER_ERROR
                ? new StateTableFault.Passing(answer.message())
                : new StateTableFault.Refused(answer.message());
    }

    private static String bare(String code) {
        var name = code.substring(code.lastIndexOf('#') + 1);
        return name.endsWith("Exception") ? name.substring(0, name.length() - "Exception".length()) : name;
    }
}
