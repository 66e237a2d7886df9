package dev.ensuregsis.local.internal.strict;

import dev.ensuregsis.local.Strict;
import dev.ensuregsis.local.internal.strict.Wording.LocalRefusal;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.dynamodb.services.exceptions.AWSExceptionFactory;
import software.amazon.dynamodb.services.exceptions.AmazonServiceExceptionType;

/**
 * DynamoDB Local's client, refusing what AWS refuses. A request that no rule has a word about passes with a few comparisons.
 * Thread-safe.
 */
public final class StrictClient extends ForwardingClient {
    private final DynamoDbClient client;
    private final Rules rules;

    private StrictClient(DynamoDbClient client, Rules rules) {
        super(client);
        this.client = client;
        this.rules = rules;
    }

    /** A client that is as strict as asked for; DynamoDB Local's own with {@link Strict#OFF}. */
    public static DynamoDbClient of(DynamoDbClient client, Strict strict) {
        return switch (strict) {
            case OFF -> client;
            case DEFAULT -> new StrictClient(client, Rules.sure());
            case ALL -> new StrictClient(client, Rules.all());
        };
    }

    @Override
    <Q extends DynamoDbRequest, A> A forward(Q request, Function<Q, A> operation) {
        var refusal = rules.refusal(request, this::find);
        if (refusal.isPresent()) {
            throw exception(refusal.get());
        }
        try {
            var answer = operation.apply(request);
            if (request instanceof UpdateTableRequest update) {
                rules.changed(update);
            }
            return answer;
        } catch (AwsServiceException e) {
            throw reworded(request, e);
        }
    }

    private AwsServiceException reworded(DynamoDbRequest request, AwsServiceException failure) {
        var details = failure.awsErrorDetails();
        if (details == null || details.errorCode() == null || details.errorMessage() == null) {
            return failure;
        }
        return rules.wording(request, new LocalRefusal(details.errorCode(), details.errorMessage()), this::find)
                .map(StrictClient::exception)
                .orElse(failure);
    }

    private Optional<TableDescription> find(String tableName) {
        try {
            return Optional.of(client.describeTable(table -> table.tableName(tableName)))
                    .map(answer -> answer.table());
        } catch (AwsServiceException e) {
            // What is wrong with it is DynamoDB Local's to say.
            return Optional.empty();
        }
    }

    private static AwsServiceException exception(Refusal refusal) {
        if (refusal instanceof Refusal.Cancelled cancelled) {
            return AWSExceptionFactory.buildTransactionCanceledException(cancelled.reasons());
        }
        if (refusal instanceof Refusal.InUse inUse) {
            return AWSExceptionFactory.buildAWSException(
                    AmazonServiceExceptionType.RESOURCE_IN_USE_EXCEPTION, inUse.message());
        }
        return AWSExceptionFactory.buildAWSException(
                AmazonServiceExceptionType.VALIDATION_EXCEPTION, ((Refusal.Invalid) refusal).message());
    }
}
