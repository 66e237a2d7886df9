package dev.ensuregsis.engine.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.internal.retry.Circumstances.Operation;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.ControlPlaneFault.Answered;
import dev.ensuregsis.engine.spi.RetryClass;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The texts are those of aws-cli issue 4303, amplify-cli issue 1714 and aws-lambda-redshift-loader issue 192, of 2019. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified"
                        + " for index: by-agent when BillingMode is PAY_PER_REQUEST",
                "One or more parameter values were invalid: ProvisionedThroughput should not be specified for index: by-agent"
                        + " when BillingMode is PAY_PER_REQUEST",
                "One or more parameter values were invalid: Both ReadCapacityUnits and WriteCapacityUnits must be specified"
                        + " for index: by-agent"
            })
    void looksAgainWhereTheBillingModeHasChangedSinceTheLook(String said) {
        var refused = new Answered("ValidationException", said, 400);
        var createTable = new Circumstances(Operation.CREATE_TABLE, "bookings", false, true);

        assertThat(ErrorClassifier.classify(refused, CREATE_INDEX))
                .isEqualTo(new ErrorClass.BackOff(RetryClass.BILLING_CHANGED));
        assertThat(ErrorClassifier.classify(refused, createTable)).isInstanceOf(ErrorClass.StopIndex.class);
    }

    /** The first text is of terraform-provider-aws, pull request 2274 (November 2017). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Subscriber limit exceeded: There is a limit of 256 tables per subscriber | tables per account and region (2,500 unless raised); here it is 256. Waiting | MAKE_ROOM_FOR_TABLE
        Number of Global Secondary Indexes exceeds per-table limit of 40 | global secondary indexes per table (20 unless raised); here it is 40. Waiting | MAKE_ROOM_FOR_INDEX
        ReadCapacityUnits are above the per table/index maximum | throughput of one table or index. Waiting | ASK_FOR_LESS_CAPACITY
        The account limit would be exceeded | throughput of the account in this region. Waiting | ASK_FOR_LESS_CAPACITY
        """)
    void saysWhichQuotaIsUsedUp(String said, String meaning, NextStep.Kind nextStep) {
        var refused = new Answered("LimitExceededException", said, 400);

        var failure = ((ErrorClass.StopIndex) ErrorClassifier.classify(refused, CREATE_INDEX)).failure();

        assertThat(failure.meaning()).contains(meaning, "Waiting doesn't widen it");
        assertThat(failure.waitingHelps()).isFalse();
        assertThat(failure.nextStep().kind()).isEqualTo(nextStep);
    }

    /**
     * The forms are those of the IAM user guide, "Troubleshooting access denied error messages" (read in November 2026); the
     * key's is of aws-cdk issue 18616 (January 2022).
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        with an explicit deny in a service control policy | ASK_WHO_DENIES | a service control policy of the organisation
        because no service control policy allows the dynamodb:UpdateTable action | ASK_WHO_DENIES | a service control policy
        with an explicit deny in a resource control policy | ASK_WHO_DENIES | a resource control policy
        because no permissions boundary allows the dynamodb:UpdateTable action | ASK_WHO_DENIES | the permissions boundary
        because no session policy allows the dynamodb:UpdateTable action | ASK_WHO_DENIES | the session policy
        because no VPC endpoint policy allows the dynamodb:UpdateTable action | ASK_WHO_DENIES | the VPC endpoint
        with an explicit deny in a resource-based policy | ASK_WHO_DENIES | the resource-based policy of the table
        with an explicit deny in an identity-based policy | ASK_WHO_DENIES | a Deny in an IAM policy
        because no identity-based policy allows the dynamodb:UpdateTable action | ALLOW_ACTION | Allow dynamodb:UpdateTable
        KMS key access denied error: com.amazonaws.services.kms.model.AWSKMSException: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access. | ALLOW_KEY | kms:Decrypt
        """)
    void saysWhoDenies(String because, NextStep.Kind nextStep, String words) {
        var user = "User: arn:aws:sts::123456789012:assumed-role/deploy/ci is not authorized to perform:"
                + " dynamodb:UpdateTable on resource: arn:aws:dynamodb:eu-central-1:123456789012:table/bookings ";
        var denied = new Answered("AccessDeniedException", because.startsWith("KMS") ? because : user + because, 400);

        var failure = ((ErrorClass.StopTable) ErrorClassifier.classify(denied, CREATE_INDEX)).failure();

        assertThat(failure.nextStep().kind()).isEqualTo(nextStep);
        assertThat(failure.nextStep().plainWords()).contains(words);
    }

    @Test
    void namesTheActionThatTheTextNames() {
        var denied = new Answered(
                "AccessDeniedException",
                "User: arn:aws:iam::123456789012:user/ci is not authorized to perform: dynamodb:TagResource on resource: x"
                        + " because no identity-based policy allows the dynamodb:TagResource action",
                400);

        var failure = ((ErrorClass.StopTable) ErrorClassifier.classify(denied, CREATE_INDEX)).failure();

        assertThat(failure.nextStep()).isEqualTo(new NextStep(NextStep.Kind.ALLOW_ACTION, "dynamodb:TagResource"));
    }

    @Test
    void endsTheRunAtAProxyThatRefusesAndNotAtOneThatCantReachWhatIsBehindIt() {
        assertThat(ErrorClassifier.classify(new ControlPlaneFault.ProxyRefused(407, "no"), CREATE_INDEX))
                .isInstanceOf(ErrorClass.AbortRun.class);
        assertThat(ErrorClassifier.classify(new ControlPlaneFault.ProxyRefused(403, "no"), CREATE_INDEX))
                .isInstanceOf(ErrorClass.AbortRun.class);
        assertThat(ErrorClassifier.classify(new ControlPlaneFault.ProxyRefused(502, "no"), CREATE_INDEX))
                .isEqualTo(new ErrorClass.BackOff(RetryClass.NO_ANSWER));
        assertThat(ErrorClassifier.classify(new ControlPlaneFault.NotTrusted("no"), CREATE_INDEX))
                .isInstanceOf(ErrorClass.AbortRun.class);
        assertThat(ErrorClassifier.classify(new ControlPlaneFault.TimedOut("no"), CREATE_INDEX))
                .isEqualTo(new ErrorClass.BackOff(RetryClass.NO_ANSWER));
    }

    @Test
    void namesTheActionThatAPolicyHasToAllow() {
        var denied = new Answered("AccessDeniedException", "not authorized", 400);

        var error = (ErrorClass.StopTable) ErrorClassifier.classify(denied, CREATE_INDEX);

        assertThat(error.failure().nextStep().plainWords()).contains("dynamodb:UpdateTable");
        assertThat(error.failure().meaning()).contains("bookings.by-agent");
    }
}
