package dev.ensuregsis.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ensuregsis.local.LoopbackHttp.Answer;
import dev.ensuregsis.local.LoopbackHttp.Request;
import dev.ensuregsis.local.Operations.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.dynamodb.services.exceptions.AWSExceptionFactory;
import software.amazon.dynamodb.services.exceptions.AmazonServiceExceptionType;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.exceptions.ExceptionBean;
import software.amazon.dynamodb.services.local.shared.mapper.DynamoDbObjectMapper;

/**
 * DynamoDB's JSON protocol: hands each request to the database of its access key, of whatever form that is; the region makes
 * no difference. DynamoDB Local's own handler keeps a database per key too, but never gives one back, takes letters and
 * digits only, and brings a web server that other libraries want in another version. Thread-safe.
 */
final class JsonRequests {
    /** As DynamoDB's own limit. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    /** The key stands before what it is scoped to: day, region, service and an ending. */
    private static final Pattern ACCESS_KEY = Pattern.compile("Credential=([^,\\s]+?)(?:/[^/,\\s]*){4}(?:[,\\s]|$)");

    private static final int SUCCESS = 200;
    private static final int INVALID = 400;

    private final Databases databases;
    private final Operations operations = new Operations();
    private final ObjectMapper json = new DynamoDbObjectMapper();

    JsonRequests(Databases databases) {
        this.databases = databases;
    }

    Answer answer(Request request) {
        try {
            return new Answer(SUCCESS, SdkBytes.fromByteArrayUnsafe(json.writeValueAsBytes(carriedOut(request))));
        } catch (DynamoDBLocalServiceException refusal) {
            return refused(refusal);
        } catch (IOException | RuntimeException | LinkageError failure) {
            return failed(failure);
        }
    }

    private Object carriedOut(Request request) throws IOException {
        if (request.authorization() == null) {
            throw AWSExceptionFactory.buildAWSException(AmazonServiceExceptionType.MISSING_AUTHENTICATION_TOKEN);
        }
        if (request.body().asByteArrayUnsafe().length > MOST_BYTES) {
            throw AWSExceptionFactory.buildAWSException(AmazonServiceExceptionType.REQUEST_TOO_LARGE);
        }
        var operation = operations
                .find(request.target())
                .orElseThrow(() ->
                        AWSExceptionFactory.buildAWSException(AmazonServiceExceptionType.UNKNOWN_OPERATION_EXCEPTION));
        return carriedOut(operation, databases.of(accessKey(request.authorization())), request.body());
    }

    private <Q> Object carriedOut(Operation<Q> operation, InProcessDatabase database, SdkBytes body)
            throws IOException {
        return operation.carriedOut().apply(database, json.readValue(body.asByteArrayUnsafe(), operation.request()));
    }

    /** The access key of a signed request; nothing, which is a key as good as any other, of one that is signed otherwise. */
    static String accessKey(String authorization) {
        var key = ACCESS_KEY.matcher(authorization);
        return key.find() ? key.group(1) : "";
    }

    private Answer refused(DynamoDBLocalServiceException refusal) {
        return new Answer(
                refusal.statusCode(),
                written(new ExceptionBean(
                        refusal.getErrorCode(),
                        refusal.getMessage(),
                        refusal.getCancellationReasons(),
                        refusal.getItem())));
    }

    /** What DynamoDB Local didn't foresee. What lies in the request isn't worth another try; what lies in the class path is told. */
    private Answer failed(Throwable failure) {
        if (failure instanceof JsonProcessingException unreadable) {
            if (unreadable.getCause() instanceof DynamoDBLocalServiceException refusal) {
                return refused(refusal);
            }
            return new Answer(
                    INVALID, written(new ExceptionBean("SerializationException", unreadable.getOriginalMessage())));
        }
        var type = AmazonServiceExceptionType.INTERNAL_FAILURE;
        var message = failure instanceof LinkageError missing ? Libraries.told(missing) : type.getMessage();
        return new Answer(type.getResponseStatus(), written(new ExceptionBean(type.getErrorCode(), message)));
    }

    private SdkBytes written(ExceptionBean error) {
        try {
            return SdkBytes.fromByteArrayUnsafe(json.writeValueAsBytes(error));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
