package dev.ensuregsis.it;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A DynamoDB without tables, which remembers the last request: with which secret it was signed can be asked. */
final class SigningEndpoint implements AutoCloseable {
    private static final String NO_TABLE = """
            {"__type": "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", "message": "no such table"}""";

    private final HttpServer server;
    private volatile @Nullable Request last;
    private volatile @Nullable String proxySignIn;

    private SigningEndpoint(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.start();
    }

    static SigningEndpoint start() {
        try {
            return new SigningEndpoint(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Request lastRequest() {
        return Objects.requireNonNull(last);
    }

    /** From now on it is asked as a proxy is: only who signs in like this is let through. */
    void beAProxyThatWants(String signIn) {
        proxySignIn = "Basic " + Base64.getEncoder().encodeToString(signIn.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (proxySignIn != null
                && !proxySignIn.equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"))) {
            exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"office\"");
            exchange.sendResponseHeaders(407, -1);
            exchange.close();
            return;
        }
        last = new Request(
                exchange.getRequestHeaders(),
                Request.sha256(exchange.getRequestBody().readAllBytes()));
        var body = NO_TABLE.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(400, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A request by POST to the root, signed by AWS's Signature Version 4. */
    record Request(Headers headers, String bodyHash) {
        private static final Pattern AUTHORIZATION = Pattern.compile(
                "AWS4-HMAC-SHA256 Credential=[^/]+/(\\d+)/([^/]+)/([^/]+)/aws4_request, SignedHeaders=(\\S+),"
                        + " Signature=(\\w+)");

        boolean isSignedWith(String secret) {
            var authorization = AUTHORIZATION.matcher(headers.getFirst("Authorization"));
            if (!authorization.matches()) {
                throw new AssertionError(headers.getFirst("Authorization"));
            }
            var names = authorization.group(4);
            var signed = Stream.of(names.split(";"))
                    .map(name -> name + ":" + headers.getFirst(name).strip() + "\n")
                    .collect(Collectors.joining());
            var request = String.join("\n", "POST", "/", "", signed, names, bodyHash);
            var scope = Stream.of(1, 2, 3).map(authorization::group).toList();
            var text = String.join(
                    "\n",
                    "AWS4-HMAC-SHA256",
                    headers.getFirst("X-Amz-Date"),
                    String.join("/", scope) + "/aws4_request",
                    sha256(request.getBytes(StandardCharsets.UTF_8)));
            var key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
            for (var part : scope) {
                key = hmac(key, part);
            }
            return hex(hmac(hmac(key, "aws4_request"), text)).equals(authorization.group(5));
        }

        private static String sha256(byte[] bytes) {
            try {
                return hex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        private static byte[] hmac(byte[] key, String text) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        private static String hex(byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
    }
}
