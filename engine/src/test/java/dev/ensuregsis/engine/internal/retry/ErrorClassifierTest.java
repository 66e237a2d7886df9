package dev.ensuregsis.engine.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.internal.retry.Circumstances.Operation;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.ControlPlaneFault.Answered;
import dev.ensuregsis.engine.spi.RetryClass;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference's table of errors, row by row. */
class ErrorClassifierTest {
    private static final Circumstances CREATE_INDEX =
            new Circumstances(Operation.UPDATE_TABLE, "bookings.by-agent", false, true);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        LimitExceededException | Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table | Wait
        LimitExceededException | Subscriber limit exceeded: Only 5 tables with online indexes can be created simultaneously | FewerTables
        LimitExceededException | Up to 500 tables can be created, updated, or deleted simultaneously | FewerTables
        LimitExceededException | the number of indexed tables that can be created simultaneously was exceeded | FewerTables
        LimitExceededException | One or more parameter values were invalid: Number of Global Secondary Indexes exceeds per-table limit of 20 | StopIndex
        LimitExceededException | ReadCapacityUnits are above the per table/index maximum | StopIndex
        LimitExceededException | The account limit would be exceeded | StopIndex
        LimitExceededException | something that nobody has seen yet | BackOff
        ResourceInUseException | Attempt to change a resource which is still in use: Index is being created: by-agent | Exists
        ResourceInUseException | Attempt to change a resource which is still in use: Table is being updated: bookings | Wait
        ResourceInUseException | Attempt to change a resource which is still in use: Table is being deleted: bookings | StopTable
        ResourceNotFoundException | Requested resource not found: Table: bookings not found | StopTable
        ValidationException | One or more parameter values were invalid: Attempting to create an index which already exists | Exists
        ValidationException | One or more parameter values were invalid: anything else | StopIndex
        ThrottlingException | Rate of requests exceeds the allowed throughput | SlowDown
        RequestLimitExceeded | any | SlowDown
        ProvisionedThroughputExceededException | any | SlowDown
        InternalServerError | any | BackOff
        InternalFailure | any | BackOff
        ServiceUnavailable | any | BackOff
        AccessDeniedException | User is not authorized to perform: dynamodb:UpdateTable | StopTable
        UnrecognizedClientException | The security token included in the request is invalid | AbortRun
        InvalidSignatureException | any | AbortRun
        MissingAuthenticationTokenException | any | AbortRun
        ExpiredTokenException | any | AbortRun
        com.amazonaws.dynamodb.v20120810#ThrottlingException | any | SlowDown
        NobodyKnowsThisException | any | StopIndex
        """)
    void meansByCodeAndText(String code, String message, String meaning) {
        var error = ErrorClassifier.classify(new Answered(code, message, 400), CREATE_INDEX);

        assertThat(error.getClass().getSimpleName()).isEqualTo(meaning);
    }

    /** The rows on Delete: there a missing resource may be the index, and what is being created is waited for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ResourceNotFoundException | Requested resource not found | 400 | Gone
        ResourceInUseException | Attempt to change a resource which is still in use: Index is being created: old | 400 | Wait
        ResourceInUseException | Attempt to change a resource which is still in use: Table is being updated: bookings | 400 | Wait
        ResourceInUseException | Attempt to change a resource which is still in use: Table is being deleted: bookings | 400 | StopTable
        LimitExceededException | Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table | 400 | Wait
        LimitExceededException | Up to 500 tables can be created, updated, or deleted simultaneously | 400 | FewerTables
        InternalServerError | any | 500 | BackOff
                            | any | 500 | BackOff
        ThrottlingException | any | 400 | SlowDown
        AccessDeniedException | User is not authorized to perform: dynamodb:UpdateTable | 400 | StopTable
        """)
    void meansOnADeletion(String code, String message, int httpStatus, String meaning) {
        var deletion = new Circumstances(Operation.DELETE_INDEX, "bookings.old", false, true);

        assertThat(ErrorClassifier.classify(new Answered(code, message, httpStatus), deletion)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(meaning);
    }

    @Test
    void takesTheNumberOfTablesFromTheMessage() {
        var stated = new Answered(
                "LimitExceededException", "Only 5 tables with online indexes can be created simultaneously", 400);
        var unstated = new Answered(
                "LimitExceededException",
                "number of indexed tables that can be created simultaneously in account 123456789012",
                400);

        assertThat(ErrorClassifier.classify(stated, CREATE_INDEX))
                .isEqualTo(new ErrorClass.FewerTables(OptionalInt.of(5)));
        assertThat(ErrorClassifier.classify(unstated, CREATE_INDEX))
                .isEqualTo(new ErrorClass.FewerTables(OptionalInt.empty()));
    }

    @Test
    void looksAfterAnAnswerWithoutACodeAndAfterAnyServerError() {
        var serverError = new ErrorClass.BackOff(RetryClass.SERVER_ERROR);

        assertThat(ErrorClassifier.classify(new Answered(null, "", 500), CREATE_INDEX))
                .isEqualTo(serverError);
        assertThat(ErrorClassifier.classify(new Answered("Unheard", "of", 503), CREATE_INDEX))
                .isEqualTo(serverError);
    }

    @Test
    void knowsTheFewSecondsInWhichANewTableIsNotFoundYet() {
        var notFound = new Answered("ResourceNotFoundException", "Requested resource not found", 400);
        var rightAfterCreation = new Circumstances(Operation.UPDATE_TABLE, "bookings.by-agent", true, true);

        assertThat(ErrorClassifier.classify(notFound, rightAfterCreation))
                .isEqualTo(new ErrorClass.BackOff(RetryClass.TABLE_NOT_VISIBLE));
    }

    @Test
    void takesARefusedCreateTableForATableThatExists() {
        var inUse = new Answered("ResourceInUseException", "Table already exists: bookings", 400);
        var createTable = new Circumstances(Operation.CREATE_TABLE, "bookings", false, true);

        assertThat(ErrorClassifier.classify(inUse, createTable)).isEqualTo(new ErrorClass.Exists());
    }

    @Test
    void endsTheRunWhereNothingHasAnsweredYet() {
        var refused = new ControlPlaneFault.NotConnected("Connection refused");
        var first = new Circumstances(Operation.DESCRIBE_TABLE, "bookings", false, false);

        assertThat(ErrorClassifier.classify(refused, first)).isInstanceOf(ErrorClass.AbortRun.class);
        assertThat(ErrorClassifier.classify(refused, CREATE_INDEX))
                .isEqualTo(new ErrorClass.BackOff(RetryClass.NO_ANSWER));
    }

    @Test
    void endsTheRunWhereEveryCallWouldFailTheSameWay() {
        assertThat(ErrorClassifier.classify(new ControlPlaneFault.UnknownHost("nowhere"), CREATE_INDEX))
                .isInstanceOf(ErrorClass.AbortRun.class);
        assertThat(ErrorClassifier.classify(new ControlPlaneFault.NoCredentials("none"), CREATE_INDEX))
                .isInstanceOf(ErrorClass.AbortRun.class);
    }

    @Test
    void namesTheActionThatAPolicyHasToAllow() {
        var denied = new Answered("AccessDeniedException", "not authorized", 400);

        var error = (ErrorClass.StopTable) ErrorClassifier.classify(denied, CREATE_INDEX);

        assertThat(error.failure().nextStep().plainWords()).contains("dynamodb:UpdateTable");
        assertThat(error.failure().meaning()).contains("bookings.by-agent");
    }
}
