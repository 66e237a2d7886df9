package dev.ensuregsis.engine.internal.statetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What is borne and what loses the state, of all that can go wrong with a request to its table. */
class StateTableErrorsTest {
    private static final Map<ControlPlaneFault, StateTableFault> UNANSWERED = Map.ofEntries(
            Map.entry(new ControlPlaneFault.NotConnected("said"), new StateTableFault.Passing("said")),
            Map.entry(new ControlPlaneFault.TimedOut("said"), new StateTableFault.Passing("said")),
            Map.entry(new ControlPlaneFault.NotTrusted("said"), new StateTableFault.Refused("said")),
            Map.entry(new ControlPlaneFault.ProxyRefused(502, "said"), new StateTableFault.Passing("said")),
            Map.entry(new ControlPlaneFault.ProxyRefused(503, "said"), new StateTableFault.Passing("said")),
            Map.entry(new ControlPlaneFault.ProxyRefused(403, "said"), new StateTableFault.Refused("said")),
            Map.entry(new ControlPlaneFault.ProxyRefused(407, "said"), new StateTableFault.Refused("said")),
            Map.entry(new ControlPlaneFault.NoAnswer("said"), new StateTableFault.Passing("said")),
            Map.entry(new ControlPlaneFault.UnknownHost("said"), new StateTableFault.Passing("said")),
            Map.entry(new ControlPlaneFault.NoCredentials("said"), new StateTableFault.Denied("said")),
            Map.entry(new ControlPlaneFault.NotSent("said"), new StateTableFault.Refused("said")),
            Map.entry(new ControlPlaneFault.Unexpected("said"), new StateTableFault.Refused("said")));

    @Test
    void eachFaultHasItsMeaning() {
        UNANSWERED.forEach((fault, meaning) ->
                assertThat(of(new ControlPlaneException(fault))).as("%s", fault).isEqualTo(meaning));
        var known = UNANSWERED.keySet().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(Arrays.stream(ControlPlaneFault.class.getPermittedSubclasses())
                        .filter(kind -> !known.contains(kind)))
                .as("beside what was answered, each is in the table")
                .containsExactly(ControlPlaneFault.Answered.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ThrottlingException, 400, Passing",
                "RequestLimitExceeded, 400, Passing",
                "ProvisionedThroughputExceededException, 400, Passing",
                "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException, 400, Passing",
                "TooManyRequestsException, 400, Passing",
                "TransactionConflictException, 400, Passing",
                "TransactionInProgressException, 400, Passing",
                "LimitExceededException, 400, Passing",
                "ResourceInUseException, 400, Passing",
                "InternalServerError, 400, Passing",
                "InternalServerError, 500, Passing",
                "-, 502, Passing",
                "-, 400, Passing",
                "ResourceNotFoundException, 400, Missing",
                "TableNotFoundException, 400, Missing",
                "AccessDeniedException, 400, Denied",
                "UnrecognizedClientException, 400, Denied",
                "ExpiredTokenException, 400, Denied",
                "ValidationException, 400, Refused",
            })
    void eachCodeHasItsMeaning(@Nullable String code, int status, String meaning) {
        var fault = of(new ControlPlaneException(new ControlPlaneFault.Answered(code, "said", status)));

        assertThat(fault.getClass().getSimpleName()).isEqualTo(meaning);
    }

    /** All reasons that AWS's page of TransactWriteItems has, and what came after it. The first item is the lease's check. */
    @ParameterizedTest
    @CsvSource({
        "ConditionalCheckFailed, None, ConditionFailed",
        "ConditionalCheckFailed, ThrottlingError, ConditionFailed",
        "None, ConditionalCheckFailed, Outdated",
        "None, TransactionConflict, Passing",
        "TransactionConflict, None, Passing",
        "None, ProvisionedThroughputExceeded, Passing",
        "None, ThrottlingError, Passing",
        "ThrottlingError, None, Passing",
        "None, ItemCollectionSizeLimitExceeded, Refused",
        "None, ValidationError, Refused",
        "None, SomethingNew, Refused",
        "None, None, Refused",
    })
    void eachReasonOfACancellationHasItsMeaning(String ofTheCheck, String ofTheWrite, String meaning) {
        var fault = of(TransactionCanceledException.builder()
                .cancellationReasons(reason(ofTheCheck), reason(ofTheWrite))
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("TransactionCanceledException")
                        .errorMessage("said")
                        .build())
                .statusCode(400)
                .build());

        assertThat(fault.getClass().getSimpleName()).isEqualTo(meaning);
    }

    @Test
    void aConditionThatFailedShowsWhatIsThere() {
        var key = StateKey.of("flights", new Target("123456789012", "eu-central-1", null))
                .orElseThrow();
        var head = Head.first(
                key,
                "g",
                new Lease(
                        "token", Duration.ofMinutes(1), new LockOwner(1, "host", Instant.EPOCH, "create", null, null)));

        assertThat(of(failed(HeadItem.of(head).attributes())))
                .isEqualTo(new StateTableFault.ConditionFailed(Optional.of(head)));
        assertThat(of(failed(Map.of()))).isEqualTo(new StateTableFault.ConditionFailed(Optional.empty()));
    }

    private static ConditionalCheckFailedException failed(Map<String, AttributeValue> item) {
        return ConditionalCheckFailedException.builder()
                .item(item)
                .statusCode(400)
                .build();
    }

    private static CancellationReason reason(String code) {
        return CancellationReason.builder().code(code).build();
    }

    private static StateTableFault of(RuntimeException thrown) {
        Callable<Head> request = () -> {
            throw thrown;
        };
        try {
            throw new AssertionError("not thrown but given back: "
                    + StateTableErrors.call(request, item -> HeadItem.read(Item.of(item), "states")));
        } catch (StateTableException e) {
            return e.fault();
        }
    }
}
