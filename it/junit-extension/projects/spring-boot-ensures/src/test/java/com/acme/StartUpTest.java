package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ensuregsis.junit.EnsureGsis;
import dev.ensuregsis.junit.Gsi;
import dev.ensuregsis.junit.Isolation;
import dev.ensuregsis.junit.Table;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The application is started as it is in production, on a table that has none of its indexes. */
@EnsureGsis(
        tables = @Table(name = "bookings", partitionKey = "bookingId"),
        isolation = Isolation.METHOD,
        publishEndpoint = true)
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class StartUpTest {
    private final CompletableFuture<WebServerApplicationContext> server = new CompletableFuture<>();
    private CompletableFuture<ConfigurableApplicationContext> started;

    DynamoDbClient ofTheTest;

    @AfterEach
    void stop() {
        HeldBack.letGo();
        started.handle((context, failed) -> context).join();
        ((ConfigurableApplicationContext) server.join()).close();
    }

    @Test
    void isReadyOnlyWhenAllAreActive(CapturedOutput output) {
        HeldBack.hold();
        start("waits");

        // It listens a moment before it says that it lives.
        await().untilAsserted(() -> assertThat(answer("liveness")).isEqualTo(200));
        assertThat(answer("readiness")).isEqualTo(503);
        assertThat(started).isNotDone();

        HeldBack.letGo();
        started.join();

        assertThat(activeIndexes()).isEqualTo(2);
        assertThat(answer("readiness")).isEqualTo(200);
        assertThat(output).contains("bookings.agent-index is ACTIVE after PT");
    }

    @Test
    void orServesAtOnceAndIsReadyLater() {
        HeldBack.hold();
        start("serves");
        var meters = started.join().getBean(MeterRegistry.class);

        assertThat(answer("liveness")).isEqualTo(200);
        assertThat(answer("readiness")).isEqualTo(503);
        await().untilAsserted(
                        () -> assertThat(meters.get("gsi.not.active").gauge().value()).isEqualTo(2));

        HeldBack.letGo();
        await().untilAsserted(() -> assertThat(answer("readiness")).isEqualTo(200));

        assertThat(activeIndexes()).isEqualTo(2);
        assertThat(meters.get("gsi.not.active").gauge().value()).isZero();
        assertThat(meters.get("gsi.build").tag("table", "bookings").timer().count()).isEqualTo(2);
    }

    @Test
    void aStopWhileItBuildsEndsTheRun() {
        HeldBack.hold();
        start("serves");
        var gsis = started.join().getBean(InBackground.class);

        started.join().close();

        assertThat(gsis.isRunning()).isFalse();
        assertThat(gsis.health().getDetails().toString()).contains("bookings.agent-index: ");
    }

    @Test
    @EnsureGsis(gsis = @Gsi(table = "bookings", name = "agent-index", partitionKey = "somethingElse"))
    void doesNotStartWithAnIndexThatFails() {
        start("waits");

        assertThat(started.handle((context, failed) -> failed.getCause()).join())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("bookings.agent-index: IndexDiffers: ", "somethingElse", "agentId");
    }

    @Test
    @EnsureGsis(gsis = @Gsi(table = "bookings", name = "agent-index", partitionKey = "somethingElse"))
    void orIsNeverReadyAndSaysWhy(CapturedOutput output) {
        start("serves");
        var gsis = started.join().getBean(InBackground.class);

        await().until(() -> !gsis.isRunning());

        assertThat(answer("liveness")).isEqualTo(200);
        assertThat(answer("readiness")).isEqualTo(503);
        assertThat(gsis.health().getDetails().toString()).contains("bookings.agent-index: IndexDiffers: ");
        assertThat(output).contains("ERROR").contains("bookings.agent-index: IndexDiffers: ");
    }

    private void start(String profile) {
        ApplicationListener<WebServerInitializedEvent> listening = event -> server.complete(event.getApplicationContext());
        started = CompletableFuture.supplyAsync(() -> new SpringApplicationBuilder(Application.class)
                .listeners(listening)
                .run("--server.port=0", "--spring.profiles.active=" + profile));
    }

    private int answer(String probe) {
        var uri = URI.create(
                "http://localhost:" + server.join().getWebServer().getPort() + "/actuator/health/" + probe);
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private long activeIndexes() {
        return ofTheTest
                .describeTable(table -> table.tableName("bookings"))
                .table()
                .globalSecondaryIndexes()
                .stream()
                .filter(index -> index.indexStatusAsString().equals("ACTIVE"))
                .count();
    }
}
