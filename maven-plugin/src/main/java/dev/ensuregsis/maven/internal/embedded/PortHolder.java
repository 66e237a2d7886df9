package dev.ensuregsis.maven.internal.embedded;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** Asks who listens on a port of this machine, as a client of DynamoDB would ask for its tables. */
public final class PortHolder {
    private static final int PATIENCE = Math.toIntExact(Duration.ofSeconds(2).toMillis());
    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern TABLES = Pattern.compile("\"TableNames\"\\s*:\\s*\\[([^\\]]*)]");
    private static final String MADE_UP_SIGNATURE = "AWS4-HMAC-SHA256 Credential=" + EmbeddedEndpoint.ACCESS_KEY_ID
            + "/20260101/" + EmbeddedEndpoint.REGION + "/dynamodb/aws4_request, SignedHeaders=host, Signature=none";

    private PortHolder() {}

    /**
     * Who it is, as far as it answers.
     *
     * @param port the port, on the loopback address
     * @return a sentence
     */
    public static String of(int port) {
        try {
            return answer(port);
        } catch (ConnectException nobody) {
            return "Nobody answers there.";
        } catch (IOException silent) {
            return "What listens there doesn't speak HTTP.";
        }
    }

    private static String answer(int port) throws IOException {
        try {
            return answer("127.0.0.1", port);
        } catch (ConnectException nobody) {
            return answer("[::1]", port);
        }
    }

    private static String answer(String host, int port) throws IOException {
        var connection = (HttpURLConnection)
                URI.create("http://" + host + ":" + port + "/").toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(PATIENCE);
        connection.setReadTimeout(PATIENCE);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
        connection.setRequestProperty("X-Amz-Target", "DynamoDB_20120810.ListTables");
        connection.setRequestProperty("Authorization", MADE_UP_SIGNATURE);
        try {
            connection.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
            return told(connection);
        } finally {
            connection.disconnect();
        }
    }

    private static String told(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("no HTTP");
        }
        var tables = TABLES.matcher(status == HttpURLConnection.HTTP_OK ? body(connection) : "");
        if (tables.find()) {
            var names = tables.group(1)
                    .replace("\"", "")
                    .replaceAll("\\s*,\\s*", ", ")
                    .strip();
            return "A DynamoDB answers there, " + (names.isEmpty() ? "without tables" : "with the tables " + names)
                    + ": another gsi:run, or docker compose?";
        }
        var server = connection.getHeaderField("Server");
        return "An HTTP server answers there" + (server == null ? "." : " (" + server + ").");
    }

    private static String body(HttpURLConnection connection) throws IOException {
        try (var body = connection.getInputStream()) {
            return new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }
}
