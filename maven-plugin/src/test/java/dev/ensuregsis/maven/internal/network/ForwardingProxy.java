package dev.ensuregsis.maven.internal.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A proxy that tunnels, and has every name lead to one port of this machine. */
public final class ForwardingProxy implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final int behind;
    private final @Nullable String signIn;

    private volatile String refusal = "407 Proxy Authentication Required";

    /** Starts one that lets everybody through; or, with {@code user:password}, who says so. */
    public ForwardingProxy(int behind, @Nullable String signIn) throws IOException {
        this.behind = behind;
        this.signIn = signIn;
        threads.execute(this::accept);
    }

    /** What it says to those whom it doesn't let through. */
    public void refuseWith(String statusLine) {
        refusal = statusLine;
    }

    public int port() {
        return door.getLocalPort();
    }

    /** The hosts and ports to which somebody was let through. */
    public List<String> asked() {
        return asked;
    }

    private void accept() {
        try {
            while (true) {
                var client = door.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            // It ends.
        }
    }

    private void serve(Socket client) {
        try (client) {
            var head = head(client.getInputStream());
            var out = client.getOutputStream();
            if (!isSignedIn(head)) {
                out.write(("HTTP/1.1 " + refusal + "\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
                                + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                return;
            }
            asked.add(head.get(0).split(" ", -1)[1]);
            try (var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                threads.execute(() -> pump(server, client));
                client.getInputStream().transferTo(server.getOutputStream());
            }
        } catch (IOException broken) {
            // The client sees it.
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException broken) {
            // The client sees it.
        }
    }

    private boolean isSignedIn(List<String> head) {
        return signIn == null
                || head.stream()
                        .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("proxy-authorization: ")
                                && line.endsWith(" "
                                        + Base64.getEncoder().encodeToString(signIn.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> head(InputStream in) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                if (line.isEmpty()) {
                    return lines;
                }
                lines.add(line.toString());
                line.setLength(0);
            } else if (next != '\r') {
                line.append((char) next);
            }
        }
        throw new IOException("no request");
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
