package dev.ensuregsis.maven;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.ensuregsis.local.EmbeddedServer;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A DynamoDB Local behind a wire that remembers which operations were asked for, and lets through what it is told. */
final class RecordingEndpoint implements AutoCloseable {
    private static final String TARGET = "X-Amz-Target";
    private static final String API = "DynamoDB_20120810.";

    /** A CreateTable that carries tags needs a second action. Source: DynamoDB's page on tag-based access. */
    private static final String TAG_RESOURCE = "TagResource";

    private static final String TAGS = "\"Tags\":";

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

    /** As IAM does it: all but these actions are denied. */
    void allowOnly(Collection<String> actions) {
        wire.resetAll();
        deny(any(anyUrl()));
        wire.stubFor(any(anyUrl())
                .withHeader(TARGET, matching(API.replace(".", "\\.") + "(" + String.join("|", actions) + ")"))
                .willReturn(aResponse().proxiedFrom(server.uri().toString())));
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
        return wire.getAllServeEvents().stream()
                .map(ServeEvent::getRequest)
                .flatMap(request -> Stream.concat(
                        Stream.of(request.getHeader(TARGET).replace(API, "")),
                        request.getBodyAsString().contains(TAGS) ? Stream.of(TAG_RESOURCE) : Stream.empty()))
                .toList();
    }

    @Override
    public void close() {
        wire.stop();
        server.close();
    }
}
