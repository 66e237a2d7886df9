package dev.ensuregsis.maven;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.ensuregsis.local.EmbeddedServer;
import java.net.URI;
import java.util.List;

/** A DynamoDB Local behind a wire that remembers which operations were asked for, and lets through what it is told. */
final class RecordingEndpoint implements AutoCloseable {
    private static final String TARGET = "X-Amz-Target";
    private static final String API = "DynamoDB_20120810.";

    private final EmbeddedServer server = EmbeddedServer.start();
    private final WireMockServer wire = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    RecordingEndpoint() {
        wire.start();
        allowAll();
    }

    URI uri() {
        return URI.create(wire.baseUrl());
    }

    /** The DynamoDB Local itself, for what a test prepares. */
    URI direct() {
        return server.uri();
    }

    void allowAll() {
        wire.resetAll();
        wire.stubFor(
                any(anyUrl()).willReturn(aResponse().proxiedFrom(server.uri().toString())));
    }

    /** As IAM does it: all but these operations are denied. */
    void allowOnly(String... operations) {
        wire.resetAll();
        wire.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(400).withBody("""
                {"__type": "com.amazon.coral.service#AccessDeniedException", "Message": "not authorized"}""")));
        wire.stubFor(any(anyUrl())
                .withHeader(TARGET, matching(API.replace(".", "\\.") + "(" + String.join("|", operations) + ")"))
                .willReturn(aResponse().proxiedFrom(server.uri().toString())));
    }

    /** What was asked for since the last rule was made, each operation as often as it was. */
    List<String> asked() {
        return wire.getAllServeEvents().stream()
                .map(event -> event.getRequest().getHeader(TARGET))
                .map(target -> target.startsWith(API) ? target.substring(API.length()) : target)
                .toList();
    }

    @Override
    public void close() {
        wire.stop();
        server.close();
    }
}
