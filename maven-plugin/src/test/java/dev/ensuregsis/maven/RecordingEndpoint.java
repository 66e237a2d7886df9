package dev.ensuregsis.maven;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.ensuregsis.local.EmbeddedServer;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A DynamoDB Local behind a wire that remembers which operations were asked for, and lets through what it is told. One for a
 * test class; each test begins with all let through, and nothing remembered.
 */
final class RecordingEndpoint implements BeforeEachCallback, AfterAllCallback {
    private static final String TARGET = "X-Amz-Target";
    private static final String API = "DynamoDB_20120810.";

    /** A CreateTable that carries tags needs a second action. Source: DynamoDB's page on tag-based access. */
    private static final String TAG_RESOURCE = "TagResource";

    private static final String TAGS = "\"Tags\":";

    /** A transaction needs the actions of what it is made of. Source: DynamoDB's page on IAM and transactions. */
    private static final Map<String, String> IN_TRANSACTIONS = Map.of(
            "\"Put\":", "PutItem",
            "\"Update\":", "UpdateItem",
            "\"Delete\":", "DeleteItem",
            "\"ConditionCheck\":", "ConditionCheckItem");

    private static final String TRANSACTION = "TransactWriteItems";

    private final EmbeddedServer server = EmbeddedServer.start();
    private final WireMockServer wire = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    RecordingEndpoint() {
        wire.start();
    }

    URI uri() {
        return URI.create(wire.baseUrl());
    }

    /** The DynamoDB Local itself, for what a test prepares. */
    URI direct() {
        return server.uri();
    }

    private void allowAll() {
        wire.resetAll();
        wire.stubFor(
                any(anyUrl()).willReturn(aResponse().proxiedFrom(server.uri().toString())));
    }

    /** As IAM does it: all but these actions are denied. */
    void allowOnly(Collection<String> actions) {
        wire.resetAll();
        deny(any(anyUrl()));
        wire.stubFor(any(anyUrl())
                .withHeader(
                        TARGET,
                        matching(API.replace(".", "\\.") + "(" + String.join("|", actions) + "|" + TRANSACTION + ")"))
                .willReturn(aResponse().proxiedFrom(server.uri().toString())));
        IN_TRANSACTIONS.forEach((part, action) -> {
            if (!actions.contains(action)) {
                deny(any(anyUrl())
                        .withHeader(TARGET, equalTo(API + TRANSACTION))
                        .withRequestBody(containing(part)));
            }
        });
        if (!actions.contains(TAG_RESOURCE)) {
            deny(any(anyUrl()).withRequestBody(containing(TAGS)));
        }
    }

    private void deny(MappingBuilder requests) {
        wire.stubFor(requests.willReturn(aResponse().withStatus(400).withBody("""
                {"__type": "com.amazon.coral.service#AccessDeniedException", "Message": "not authorized"}""")));
    }

    /** The actions of what was asked for since the last rule was made, each as often as it was needed. */
    List<String> asked() {
        return requests(request -> true);
    }

    /** The same of one table. */
    List<String> askedOf(String table) {
        return requests(request -> request.getBodyAsString().contains("\"TableName\":\"" + table + "\""));
    }

    private List<String> requests(Predicate<LoggedRequest> which) {
        return wire.getAllServeEvents().stream()
                .map(ServeEvent::getRequest)
                .filter(which)
                .flatMap(request -> actions(request.getHeader(TARGET).replace(API, ""), request.getBodyAsString()))
                .toList();
    }

    private static Stream<String> actions(String operation, String body) {
        return operation.equals(TRANSACTION)
                ? IN_TRANSACTIONS.entrySet().stream()
                        .filter(part -> body.contains(part.getKey()))
                        .map(Map.Entry::getValue)
                : Stream.concat(Stream.of(operation), body.contains(TAGS) ? Stream.of(TAG_RESOURCE) : Stream.empty());
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        allowAll();
    }

    @Override
    public void afterAll(ExtensionContext testClass) {
        wire.stop();
        server.close();
    }
}
