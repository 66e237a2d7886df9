package dev.ensuregsis.engine.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * An HTTP proxy before DynamoDB Local that spoils every third call of a kind to a table: of those that change something
 * the first, of the looks the second, so that a run has had an answer before it meets anything bad.
 */
final class FaultyProxy implements AutoCloseable {
    private static final Pattern TABLE = Pattern.compile("\"TableName\"\\s*:\\s*\"([^\"]+)\"");
    private static final int SPOILT_OF = 3;
    private static final int SLOW_MILLIS = 300;

    private final WireMockServer server;
    private final Spoiling spoiling;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Set<UUID> answersToLose = ConcurrentHashMap.newKeySet();
    private final List<String> operations = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger spoilt = new AtomicInteger();

    FaultyProxy(URI dynamoDbLocal, Spoiling spoiling) {
        this.spoiling = spoiling;
        this.server = new WireMockServer(
                wireMockConfig().dynamicPort().bindAddress("127.0.0.1").extensions(new Before(), new After()));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(dynamoDbLocal.toString())));
    }

    /** What becomes of a spoilt call. */
    enum Spoiling {
        LOST_ANSWER,
        RESET,
        SERVER_ERROR_WITHOUT_BODY,
        SLOW_ANSWER,
        THROTTLING
    }

    URI uri() {
        return URI.create(server.baseUrl());
    }

    /** How many calls were spoilt. */
    int spoilt() {
        return spoilt.get();
    }

    /** The operations that were asked for, each as often as it was. */
    List<String> operations() {
        synchronized (operations) {
            return List.copyOf(operations);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private boolean isToBeSpoilt(ServeEvent event) {
        var target = event.getRequest().getHeader("X-Amz-Target");
        var operation = target.substring(target.indexOf('.') + 1);
        operations.add(operation);
        var table = TABLE.matcher(event.getRequest().getBodyAsString());
        var key = operation + " " + (table.find() ? table.group(1) : "");
        int earlier = calls.computeIfAbsent(key, first -> new AtomicInteger()).getAndIncrement();
        boolean looks = operation.equals("DescribeTable") || operation.equals("ListTables");
        return earlier % SPOILT_OF == (looks ? 1 : 0);
    }

    private final class Before implements ResponseDefinitionTransformerV2 {
        @Override
        public ResponseDefinition transform(ServeEvent event) {
            var proxied = event.getResponseDefinition();
            if (!isToBeSpoilt(event)) {
                return proxied;
            }
            spoilt.incrementAndGet();
            return switch (spoiling) {
                case LOST_ANSWER -> {
                    answersToLose.add(event.getId());
                    yield proxied;
                }
                case RESET ->
                    aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER).build();
                case SERVER_ERROR_WITHOUT_BODY -> aResponse().withStatus(500).build();
                case SLOW_ANSWER ->
                    ResponseDefinitionBuilder.like(proxied)
                            .but()
                            .withFixedDelay(SLOW_MILLIS)
                            .build();
                case THROTTLING ->
                    aResponse()
                            .withStatus(400)
                            .withHeader("Content-Type", "application/x-amz-json-1.0")
                            .withBody("{\"__type\":\"com.amazonaws.dynamodb.v20120810#ThrottlingException\","
                                    + "\"message\":\"Rate of requests exceeds the allowed throughput.\"}")
                            .build();
            };
        }

        @Override
        public String getName() {
            return "before";
        }
    }

    private final class After implements ResponseTransformerV2 {
        @Override
        public Response transform(Response response, ServeEvent event) {
            return answersToLose.remove(event.getId())
                    ? Response.Builder.like(response)
                            .but()
                            .fault(Fault.CONNECTION_RESET_BY_PEER)
                            .build()
                    : response;
        }

        @Override
        public String getName() {
            return "after";
        }
    }
}
