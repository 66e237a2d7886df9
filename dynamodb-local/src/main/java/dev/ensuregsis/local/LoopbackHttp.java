package dev.ensuregsis.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * HTTP on a port of the loopback address, by the JDK's own server: nothing of it is on a class path, where another
 * version could stand in its place.
 */
final class LoopbackHttp implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String LOOPBACK_OF_IPV6 = "::1";
    private static final int LONGEST_CONNECT =
            Math.toIntExact(Duration.ofSeconds(1).toMillis());
    private static final byte[] LOOPBACK_ADDRESS = {127, 0, 0, 1};

    /** The system chooses one while binding it, so that servers which start together never meet. */
    static final int FREE_PORT = 0;

    /** Tests that start together connect together; a connection that finds no room is tried again after a second only. */
    private static final int WAITING_CONNECTIONS = 1024;

    /**
     * The JDK's server sends headers and body apart, and would wait 40 ms for the first to be acknowledged. It reads this when
     * the first server of a JVM is made, so that it needs to stand there no longer than that.
     */
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final HttpServer server;
    private final ExecutorService threads;

    private LoopbackHttp(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * What came.
     *
     * @param authorization the header of this name; null if there is none
     * @param target the operation; null if none is named
     * @param body at most one byte more than may be
     */
    record Request(@Nullable String authorization, @Nullable String target, SdkBytes body) {}

    /** What goes back. */
    record Answer(int status, SdkBytes body) {}

    /** Listens, and has each request answered on a thread of its own. */
    static LoopbackHttp answering(Function<Request, Answer> answers, int port) throws IOException {
        var server = bound(port);
        var threads = Executors.newCachedThreadPool(daemons());
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
        return new LoopbackHttp(server, threads);
    }

    private static synchronized HttpServer bound(int port) throws IOException {
        if (port != FREE_PORT) {
            refuseTaken(port);
        }
        var said = System.getProperties().putIfAbsent(NO_DELAY, "true");
        try {
            var address = InetAddress.getByAddress(LOOPBACK_ADDRESS);
            return HttpServer.create(new InetSocketAddress(address, port), WAITING_CONNECTIONS);
        } finally {
            if (said == null) {
                System.clearProperty(NO_DELAY);
            }
        }
    }

    /**
     * Whoever says localhost may be led to either address, and some systems let one port be bound on several: what is there
     * already would answer for this one.
     */
    private static void refuseTaken(int port) throws BindException {
        for (var address : List.of(LOOPBACK, LOOPBACK_OF_IPV6)) {
            if (answers(address, port)) {
                throw new BindException("something listens at " + address);
            }
        }
    }

    private static boolean answers(String address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), LONGEST_CONNECT);
            // A port that nobody listens on can be the very one that the system has given to this socket.
            return socket.getLocalPort() != port;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** Where it listens. */
    URI uri() {
        return URI.create("http://" + LOOPBACK + ":" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, Function<Request, Answer> answers) throws IOException {
        try (exchange) {
            var answer = answers.apply(new Request(
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("X-Amz-Target"),
                    SdkBytes.fromByteArrayUnsafe(exchange.getRequestBody().readNBytes(JsonRequests.MOST_BYTES + 1))));
            var body = answer.body().asByteArrayUnsafe();
            var checksum = new CRC32();
            checksum.update(body);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "application/x-amz-json-1.0");
            headers.set("x-amzn-RequestId", UUID.randomUUID().toString());
            headers.set("x-amz-crc32", Long.toString(checksum.getValue()));
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** DynamoDB Local looks for classes in the context class loader, which needn't know them where we were called. */
    private static ThreadFactory daemons() {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, "dynamodb-local-" + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(LoopbackHttp.class.getClassLoader());
            return thread;
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
