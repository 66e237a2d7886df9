package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class LocalClientsTest {

    private final AtomicInteger followed = new AtomicInteger();
    private HttpServer elsewhere;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        elsewhere = listen();
        elsewhere.createContext("/", exchange -> {
            followed.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server = listen();
        for (var status : new int[] {301, 302, 303, 307, 308}) {
            server.createContext("/" + status, exchange -> {
                exchange.getResponseHeaders().add("Location", uri(elsewhere) + "/");
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
        elsewhere.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followNoRedirect(int status) {
        var endpoint = DynamoDbEndpoint.at(URI.create(uri(server) + "/" + status));

        try (var client = LocalClients.create(endpoint);
                var async = LocalClients.createAsync(endpoint)) {
            assertThatThrownBy(client::listTables).isInstanceOf(DynamoDbException.class);
            assertThatThrownBy(() -> async.listTables().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(DynamoDbException.class);
        }
        assertThat(followed).hasValue(0);
    }

    @Test
    void tryAgainOnAnErrorOfTheServer() {
        var requests = new AtomicInteger();
        server.createContext("/failing", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });

        try (var client = LocalClients.create(DynamoDbEndpoint.at(URI.create(uri(server) + "/failing")))) {
            assertThatThrownBy(client::listTables).isInstanceOf(DynamoDbException.class);
        }
        assertThat(requests).hasValue(3);
    }

    @Test
    void shareTheThreadsOfThoseThatAreAsynchronous() {
        server.createContext("/tables", exchange -> {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
        });
        var endpoint = DynamoDbEndpoint.at(URI.create(uri(server) + "/tables"));

        for (int i = 0; i < 4 * Runtime.getRuntime().availableProcessors(); i++) {
            try (var async = LocalClients.createAsync(endpoint)) {
                assertThatThrownBy(() -> async.listTables().join()).hasCauseInstanceOf(DynamoDbException.class);
            }
        }

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("local-dynamodb-client-"))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(2 * Runtime.getRuntime().availableProcessors())
                .allMatch(Thread::isDaemon);
    }

    private static HttpServer listen() throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.start();
        return http;
    }

    private static String uri(HttpServer http) {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }
}
