package dev.ensuregsis.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;

/** moto's server, where it is installed: AWS as nobody here wrote it. Shared with the tests of other modules. */
public final class MotoServer implements AutoCloseable {
    private final Process process;
    private final int port;

    private MotoServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Skips the test, with the reason, where moto isn't installed. */
    public static MotoServer start() throws IOException, InterruptedException {
        assumeTrue(python("-c", "import moto.server").waitFor() == 0, "moto isn't installed");
        int port = freePort();
        var server = new MotoServer(python("-m", "moto.server", "-H", "127.0.0.1", "-p", String.valueOf(port)), port);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(server::isListening);
        return server;
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static Process python(String... arguments) throws IOException {
        var command = new String[arguments.length + 1];
        command[0] = "python3";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private boolean isListening() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
