package dev.ensuregsis.maven.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.ensuregsis.engine.ClientControlPlane;
import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.RetryClass;
import dev.ensuregsis.engine.spi.RetryPolicies;
import dev.ensuregsis.engine.spi.RetryPolicy;
import dev.ensuregsis.maven.internal.aws.Login.AccessKey;
import dev.ensuregsis.maven.internal.console.RunComplaint;
import dev.ensuregsis.maven.internal.network.CertificateBundle;
import dev.ensuregsis.maven.internal.network.ForwardingProxy;
import dev.ensuregsis.maven.internal.network.Network;
import dev.ensuregsis.maven.internal.network.PrivateAuthority;
import dev.ensuregsis.maven.internal.network.ProxyServer;
import dev.ensuregsis.maven.internal.network.SdkNetwork;
import dev.ensuregsis.maven.internal.network.SettingsProxy;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The way to AWS through a real proxy, with a certificate of an authority that the test makes. What stands behind the
 * proxy is a stub under AWS's names; what is printed is what a plan ends with.
 */
class ReachingAwsTest {
    private static final String SIGN_IN = "me:s@crt";
    private static final Login LOGIN = new Login(null, "eu-central-1", null, new AccessKey("AKIDEXAMPLE", "madeUp"));
    private static final String ENDPOINT = "https://dynamodb.eu-central-1.amazonaws.com";

    @TempDir
    static Path folder = Path.of("");

    private static @Nullable PrivateAuthority authority;
    private static @Nullable HttpsServer aws;

    @BeforeAll
    static void start() throws Exception {
        authority = new PrivateAuthority(folder, "dns:*.eu-central-1.amazonaws.com");
        aws = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        aws.setHttpsConfigurator(new HttpsConfigurator(authority.context()));
        aws.createContext("/", exchange -> {
            boolean dynamoDb = exchange.getRequestHeaders().containsKey("X-Amz-Target");
            var answer = (dynamoDb ? TABLE : ROLE).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", dynamoDb ? "application/x-amz-json-1.0" : "text/xml");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        aws.start();
    }

    @AfterAll
    static void stop() {
        if (aws != null) {
            aws.stop(0);
        }
    }

    @Test
    void aProxyOfMavensSettingsIsSignedInAt() throws Exception {
        try (var proxy = new ForwardingProxy(port(), SIGN_IN)) {
            var client = client(network(List.of(ofMaven(proxy, "me", "s@crt")), Map.of(), true));

            assertThat(client.describeTable("bookings")).isPresent();
            assertThat(proxy.asked()).containsExactly("dynamodb.eu-central-1.amazonaws.com:443");
        }
    }

    @Test
    void aProxyOfTheEnvironmentIsSignedInAt() throws Exception {
        try (var proxy = new ForwardingProxy(port(), SIGN_IN)) {
            var environment = Map.of("HTTPS_PROXY", "http://me:s%40crt@127.0.0.1:" + proxy.port());

            assertThat(client(network(List.of(), environment, true)).describeTable("bookings"))
                    .isPresent();
        }
    }

    /** STS, which the SDK asks by a client of its own. */
    @Test
    void aRoleIsAssumedThroughTheSameProxy() throws Exception {
        var config = Files.writeString(folder.resolve("config"), """
                [profile role]
                region = eu-central-1
                role_arn = arn:aws:iam::123456789012:role/deploy
                source_profile = keys
                [profile keys]
                aws_access_key_id = AKIDEXAMPLE
                aws_secret_access_key = madeUp
                """);
        try (var proxy = new ForwardingProxy(port(), SIGN_IN)) {
            SdkNetwork.use(network(List.of(ofMaven(proxy, "me", "s@crt")), Map.of(), true));
            var file = ProfileFile.builder()
                    .content(config)
                    .type(ProfileFile.Type.CONFIGURATION)
                    .build();
            assertThat(file.profile("role").orElseThrow().property(ProfileProperty.ROLE_ARN))
                    .isPresent();

            try (var role = ProfileCredentialsProvider.builder()
                    .profileFile(file)
                    .profileName("role")
                    .build()) {
                assertThat(role.resolveCredentials().accessKeyId()).isEqualTo("ASIAROLE");
            }
            assertThat(proxy.asked()).containsExactly("sts.eu-central-1.amazonaws.com:443");
        }
    }

    @Test
    void aProxyThatWantsAPasswordSaysWhereItIsGiven() throws Exception {
        try (var proxy = new ForwardingProxy(port(), SIGN_IN)) {
            assertThat(toldBy(network(List.of(ofMaven(proxy, "me", "wrong")), Map.of(), true)))
                    .startsWith("ProxyAuthenticationRequired: ")
                    .contains(
                            "[to " + ENDPOINT + " through the proxy 127.0.0.1:" + proxy.port()
                                    + " (<proxy> \"office\")]",
                            "Next: Give the proxy's user and password where it is named")
                    .doesNotContain("wrong", "Basic");
        }
    }

    @Test
    void aProxyThatDoesntLetThisThroughIsntTakenForDynamoDb() throws Exception {
        try (var proxy = new ForwardingProxy(port(), "nobody:may pass")) {
            proxy.refuseWith("403 Forbidden");

            assertThat(toldBy(network(List.of(ofMaven(proxy, null, null)), Map.of(), true)))
                    .contains("doesn't let this through", "403", "Next: Check the endpoint");
        }
    }

    @Test
    void aCertificateThatIsntTrustedSaysHowItIs() throws Exception {
        try (var proxy = new ForwardingProxy(port(), null)) {
            assertThat(toldBy(network(List.of(ofMaven(proxy, null, null)), Map.of(), false)))
                    .startsWith("NotTrusted: ")
                    .contains(
                            "unable to find valid certification path",
                            "Next: Have the authority trusted",
                            "AWS_CA_BUNDLE");
        }
    }

    @Test
    void aProxyThatIsntThereIsNamed() throws Exception {
        int nobody = freePort();
        var network = network(List.of(), Map.of("https_proxy", "http://127.0.0.1:" + nobody), false);

        assertThat(toldBy(network))
                .startsWith("NotConnected: ")
                .contains(
                        "through the proxy 127.0.0.1:" + nobody + " (HTTPS_PROXY)",
                        "Nobody listens there",
                        "Next: Correct gsi.endpoint");
    }

    @Test
    void aProxyWithoutAnAddressIsNamed() throws Exception {
        var network = network(List.of(), Map.of("HTTPS_PROXY", "http://proxy.invalid:3128"), false);

        assertThat(toldBy(network))
                .startsWith("UnknownHost: ")
                .contains("through the proxy proxy.invalid:3128 (HTTPS_PROXY)", "Next: Check the region");
    }

    /** A connection that isn't made in time is the JDK's to tell; which network drops what, no test can rely on. */
    @Test
    void whatIsDroppedOnTheWaySaysSo() throws Exception {
        try (var client = DynamoDbClient.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "madeUp")))
                .httpClient(UrlConnectionHttpClient.create(url -> {
                    throw new UncheckedIOException(new SocketTimeoutException("Connect timed out"));
                }))
                .build()) {
            assertThat(told(new ClientControlPlane(client)))
                    .startsWith("TimedOut: ")
                    .contains("something on the way drops it", "Next: If this network needs a proxy, name it");
        }
    }

    @Test
    void aBundleThatIsNoneIsRefused() throws Exception {
        var text = Files.writeString(folder.resolve("text.pem"), "no certificate");

        assertThatThrownBy(() -> trusting(new CertificateBundle(text.toString(), "AWS_CA_BUNDLE")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("AWS_CA_BUNDLE is", "text.pem", "PEM form");
        assertThatThrownBy(() -> trusting(
                        new CertificateBundle(folder.resolve("none.pem").toString(), "ca_bundle")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("ca_bundle is", "it can't be read");
    }

    private static Network trusting(CertificateBundle bundle) throws RefusedException {
        return Network.of(List.of(), bundle, new Properties(), Map.of());
    }

    private static Network network(List<SettingsProxy> ofMaven, Map<String, String> environment, boolean trusting)
            throws RefusedException {
        var bundle = trusting && authority != null
                ? new CertificateBundle(authority.bundle().toString(), "AWS_CA_BUNDLE")
                : null;
        return Network.of(ofMaven, bundle, new Properties(), environment);
    }

    private static ControlPlane client(Network network) throws LoginException {
        return new RoutedControlPlane(new ClientControlPlane(DynamoDb.connect(LOGIN, network)), network);
    }

    private static String toldBy(Network network) throws LoginException, InterruptedException {
        return told(client(network));
    }

    private static String told(ControlPlane controlPlane) throws InterruptedException {
        var definitions = DefinitionReader.builder().build().read(List.of(DefinitionSource.text("test", """
                {"bookings": [{"IndexName": "agent-index", "KeySchema": [{"AttributeName": "agent", "KeyType": "HASH"}],
                  "AttributeDefinitions": [{"AttributeName": "agent", "AttributeType": "S"}]}]}""")));
        try {
            GsiEngine.builder()
                    .controlPlane(controlPlane)
                    .retryPolicies(RetryPolicies.defaults()
                            .with(
                                    RetryClass.NO_ANSWER,
                                    RetryPolicy.attempts(1, Duration.ofMillis(1), Duration.ofMillis(1))))
                    .build()
                    .plan(definitions);
            return "no failure";
        } catch (CouldNotLookException unanswered) {
            return RunComplaint.text(unanswered.failure());
        }
    }

    private static SettingsProxy ofMaven(ForwardingProxy proxy, @Nullable String user, @Nullable String password) {
        return new SettingsProxy(
                "http", new ProxyServer("127.0.0.1", proxy.port(), user, password, "<proxy> \"office\""), null);
    }

    private static int port() {
        return aws == null ? 0 : aws.getAddress().getPort();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static final String TABLE = """
            {"Table": {"TableName": "bookings", "TableStatus": "ACTIVE",
              "TableArn": "arn:aws:dynamodb:eu-central-1:123456789012:table/bookings",
              "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
              "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}]}}""";

    private static final String ROLE = """
            <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
            <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>madeUp</SecretAccessKey><SessionToken>token</SessionToken>
            <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>""";
}
