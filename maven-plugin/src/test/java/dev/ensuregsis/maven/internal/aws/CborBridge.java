package dev.ensuregsis.maven.internal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A CloudWatch in the protocol that the SDK speaks, before a server that speaks the older one with JSON. It translates, and
 * knows nothing of metrics. Whoever tests can have it refuse.
 */
final class CborBridge implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final URI behind;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<JsonNode> requests = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Refusal refusal;

    record Refusal(int status, String code) {}

    CborBridge(URI behind) throws IOException {
        this.behind = behind;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::translate);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void refuse(int status, String code) {
        refusal = new Refusal(status, code);
    }

    void allow() {
        refusal = null;
    }

    Queue<JsonNode> requests() {
        return requests;
    }

    private void translate(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = Cbor.read(ByteBuffer.wrap(exchange.getRequestBody().readAllBytes()));
            requests.add(request);
            var refused = refusal;
            if (refused != null) {
                var error = JSON.createObjectNode()
                        .put("__type", "com.amazonaws.cloudwatch#" + refused.code())
                        .put("message", "not now");
                answer(exchange, refused.status(), error);
                return;
            }
            var path = exchange.getRequestURI().getPath();
            var answer = client.send(
                    HttpRequest.newBuilder(behind)
                            .header("Content-Type", "application/x-amz-json-1.0")
                            .header(
                                    "X-Amz-Target",
                                    "GraniteServiceVersion20100801." + path.substring(path.lastIndexOf('/') + 1))
                            .header(
                                    "Authorization",
                                    exchange.getRequestHeaders().getFirst("Authorization"))
                            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            answer(exchange, answer.statusCode(), JSON.readTree(answer.body()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        var bytes = Cbor.write(body);
        exchange.getResponseHeaders().set("Content-Type", "application/cbor");
        exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
