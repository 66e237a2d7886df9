package dev.ensuregsis.maven.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.ensuregsis.maven.internal.network.Network;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An STS on this machine that says what the real one would. */
class CallerAccountTest {
    private static final String IDENTITY = "<GetCallerIdentityResponse"
            + " xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>"
            + "<Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";

    private final DynamoDbClient client = DynamoDbClient.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "madeUp")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    private HttpServer sts = sts(200, IDENTITY);

    @BeforeEach
    void startSts() {
        sts.start();
    }

    @AfterEach
    void stopSts() {
        sts.stop(0);
        client.close();
    }

    @Test
    void isWhatStsSays() throws RefusedException {
        assertThat(CallerAccount.of(client, network(), address())).contains("123456789012");
    }

    @Test
    void isUnknownWhereStsRefuses() throws RefusedException {
        sts.stop(0);
        sts = sts(403, "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>");
        sts.start();

        assertThat(CallerAccount.of(client, network(), address())).isEmpty();
    }

    private static Network network() throws RefusedException {
        return Network.of(List.of(), null, new Properties(), Map.of());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + sts.getAddress().getPort());
    }

    private static HttpServer sts(int status, String answer) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var body = answer.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/xml");
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
