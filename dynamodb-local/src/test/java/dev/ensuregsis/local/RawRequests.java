package dev.ensuregsis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Requests as they are on the wire, values included that no client of the SDK would send. */
final class RawRequests {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final DynamoDbEndpoint database;

    RawRequests(DynamoDbEndpoint database) {
        this.database = database;
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param body what came
     */
    record Answer(int status, JsonNode body) {

        /** The error code, without the name of its service; empty for a success. */
        String code() {
            return body.field("__type")
                    .map(type -> type.text().replaceFirst(".*#", ""))
                    .orElse("");
        }

        /** The error's message. */
        String message() {
            return body.field("message")
                    .or(() -> body.field("Message"))
                    .map(JsonNode::text)
                    .orElse("");
        }

        /** The reason that cancelled an item of a transaction. */
        String reason(int item) {
            return body.field("CancellationReasons")
                    .map(reasons -> reasons.asArray()
                            .get(item)
                            .field("Message")
                            .orElseThrow()
                            .text())
                    .orElse("");
        }
    }

    Answer send(String operation, String body) {
        var request = HttpRequest.newBuilder(database.uri())
                .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + database.accessKeyId()
                                + "/20261126/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JsonNode.parser().parse(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
