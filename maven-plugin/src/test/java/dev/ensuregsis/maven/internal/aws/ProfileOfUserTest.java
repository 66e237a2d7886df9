package dev.ensuregsis.maven.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.ensuregsis.maven.internal.embedded.EmbeddedEndpoint;
import dev.ensuregsis.maven.internal.network.CertificateBundle;
import dev.ensuregsis.maven.internal.option.ConnectionOptions;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What the files of AWS say for the profile of the user, and what is done with it; nothing is sent. */
@Isolated("where the SDK reads its settings is one for the JVM")
class ProfileOfUserTest {
    private static final List<String> SDK_SETTINGS = List.of(
            "aws.configFile", "aws.sharedCredentialsFile", "aws.endpointUrlDynamoDb", "aws.loginCacheDirectory");

    @TempDir
    Path folder = Path.of("");

    private final Map<String, @Nullable String> before = new HashMap<>();

    @BeforeEach
    void configure() throws IOException {
        SDK_SETTINGS.forEach(name -> before.put(name, System.getProperty(name)));
        var config = Files.writeString(folder.resolve("config"), """
                [profile keys]
                region = us-east-1
                aws_access_key_id = AKIDEXAMPLE
                aws_secret_access_key = madeUp
                ca_bundle = /etc/ssl/office.pem
                [profile fips]
                region = us-east-1
                aws_access_key_id = AKIDEXAMPLE
                aws_secret_access_key = madeUp
                use_fips_endpoint = true
                [profile elsewhere]
                endpoint_url = https://tables.example
                [profile service]
                services = local
                use_fips_endpoint = true
                [services local]
                dynamodb =
                  endpoint_url = http://localhost:8000
                [profile signed-in]
                region = us-east-1
                login_session = arn:aws:iam::123456789012:user/me
                [profile program]
                region = us-east-1
                credential_process = %s
                """.formatted(program()));
        System.setProperty("aws.configFile", config.toString());
        System.setProperty("aws.sharedCredentialsFile", folder.resolve("none").toString());
    }

    @AfterEach
    void restore() {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    @Test
    void oneThatIsntThereIsSaidWhateverElseIsMissing() {
        assertThatThrownBy(() -> connect(Map.of("gsi.profile", "nosuch")))
                .isInstanceOf(LoginException.class)
                .hasMessageStartingWith("gsi.profile is \"nosuch\", but the AWS config and credentials files")
                .hasMessageEndingWith("They have: elsewhere, fips, keys, program, service, signed-in.");
    }

    @Test
    void itsEndpointIsTakenAsItStands() throws Exception {
        try (var connection =
                connect(Map.of("gsi.profile", "elsewhere", "gsi.region", "us-east-1", "gsi.serverId", "aws"))) {
            assertThat(connection.controlPlane().target().endpoint()).isEqualTo("https://tables.example");
        }
    }

    @Test
    void itsServicesEndpointOnThisMachineIsLocalAndWinsOverFips() throws Exception {
        try (var connection = connect(Map.of("gsi.profile", "service", "gsi.serverId", "aws"))) {
            assertThat(connection.controlPlane().target().endpoint()).isEqualTo("http://localhost:8000");
            assertThat(connection.controlPlane().target().region()).isEqualTo("us-east-1");
            assertThat(connection.controlPlane().isLocal()).isTrue();
        }
    }

    @Test
    void anEndpointOfTheEnvironmentNeedsNoRegionAndNoKeysOnThisMachine() throws Exception {
        System.setProperty("aws.endpointUrlDynamoDb", "http://localhost:8001");

        try (var connection = connect(Map.of())) {
            assertThat(connection.controlPlane().target().endpoint()).isEqualTo("http://localhost:8001");
            assertThat(connection.controlPlane().isLocal()).isTrue();
        }
        try (var connection = connect(Map.of("gsi.endpoint", "http://localhost:8002"))) {
            assertThat(connection.controlPlane().target().endpoint()).isEqualTo("http://localhost:8002");
        }
    }

    @Test
    void itsFipsEndpointIsShown() throws Exception {
        try (var connection = connect(Map.of("gsi.profile", "fips"))) {
            assertThat(connection.controlPlane().target().endpoint())
                    .isEqualTo("https://dynamodb-fips.us-east-1.amazonaws.com");
        }
        try (var connection = connect(Map.of("gsi.profile", "fips", "gsi.endpoint", "https://tables.example"))) {
            assertThat(connection.controlPlane().target().endpoint()).isEqualTo("https://tables.example");
        }
    }

    @Test
    void itsCertificatesAreTakenUnlessTheEnvironmentNamesOthers() throws LoginException {
        var login = new Login(null, null, "keys", null);

        assertThat(AwsConfiguration.of(login, Map.of()).certificates())
                .isEqualTo(new CertificateBundle("/etc/ssl/office.pem", "ca_bundle of profile \"keys\""));
        assertThat(AwsConfiguration.of(login, Map.of("AWS_CA_BUNDLE", "other.pem"))
                        .certificates())
                .isEqualTo(new CertificateBundle("other.pem", "AWS_CA_BUNDLE"));
    }

    @Test
    void onThisMachineNobodyShowsACertificateSoTheBundleIsNotRead() throws Exception {
        Files.writeString(folder.resolve("config"), """
                [default]
                ca_bundle = %s
                """.formatted(folder.resolve("missing.pem")));

        try (var connection = connect(Map.of("gsi.endpoint", "http://localhost:8002"))) {
            assertThat(connection.controlPlane().isLocal()).isTrue();
        }
    }

    /** The AWS CLI's file, as the SDK's own reader takes it; its name is the SHA-256 of the session's. */
    @Test
    void whatAwsLoginLeavesIsTaken() throws Exception {
        System.setProperty("aws.loginCacheDirectory", folder.toString());
        var session = "arn:aws:iam::123456789012:user/me".getBytes(StandardCharsets.UTF_8);
        var name = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(session));
        Files.writeString(
                folder.resolve(name + ".json"), """
                {"accessToken": {"accessKeyId": "AKIDOFLOGIN", "secretAccessKey": "madeUp", "sessionToken": "t",
                    "accountId": "123456789012", "expiresAt": "%s"},
                 "tokenType": "urn:aws:params:oauth:token-type:access_token_sigv4", "refreshToken": "r",
                 "clientId": "arn:aws:signin:::devtools/same-device", "dpopKey": "unused while the keys are good"}
                """.formatted(Instant.now().plus(Duration.ofHours(1))));

        try (var connection = connect(Map.of("gsi.profile", "signed-in"))) {
            assertThat(connection.controlPlane().target().region()).isEqualTo("us-east-1");
        }
    }

    @Test
    void whereAwsLoginLeftNothingItIsWhatToRun() {
        System.setProperty("aws.loginCacheDirectory", folder.toString());

        assertThatThrownBy(() -> connect(Map.of("gsi.profile", "signed-in")))
                .isInstanceOf(LoginException.class)
                .hasMessageStartingWith("Profile \"signed-in\" (gsi.profile) gives no credentials: ")
                .hasMessageEndingWith("Run: aws login --profile signed-in");
    }

    @Test
    void whatAProgramSaysIsToldWhole() {
        assertThatThrownBy(() -> connect(Map.of("gsi.profile", "program")))
                .isInstanceOf(LoginException.class)
                .hasMessageContainingAll("Profile \"program\" (gsi.profile) gives no credentials", "vault is sealed");
    }

    /** A program whose keys are good for a moment: each call is signed with those of its own time. */
    @Test
    void keysAreRenewedInARunLongerThanTheirLife() throws Exception {
        var script = Files.writeString(folder.resolve("keys.sh"), """
                echo x >> '%1$s'
                n=$(wc -l < '%1$s' | tr -d ' ')
                printf '{"Version":1,"AccessKeyId":"KEY%%s","SecretAccessKey":"s","SessionToken":"t",' "$n"
                printf '"Expiration":"%%s"}' '%2$s'
                """.formatted(
                        folder.resolve("counter"), Instant.now().plusSeconds(1)));
        Files.writeString(folder.resolve("config"), """
                [profile short]
                region = us-east-1
                credential_process = sh %s
                """.formatted(script));
        var signedWith = new CopyOnWriteArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            signedWith.add(exchange.getRequestHeaders()
                    .getFirst("Authorization")
                    .replaceAll(".*Credential=(KEY\\d+)/.*", "$1"));
            var answer = "{\"TableNames\": []}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        var endpoint = "http://127.0.0.1:" + server.getAddress().getPort();

        try (var connection = connect(Map.of("gsi.profile", "short", "gsi.endpoint", endpoint))) {
            connection.controlPlane().listTables();
            connection.controlPlane().listTables();
        } finally {
            server.stop(0);
        }

        assertThat(signedWith).hasSize(2).doesNotHaveDuplicates();
    }

    private static String program() {
        return "sh -c \"echo vault is sealed >&2; exit 3\"";
    }

    private static Connection connect(Map<String, String> given) throws RefusedException, IOException {
        var options = ConnectionOptions.read(new OptionReader(given));
        var login = new LoginChooser(
                        embedded -> new EmbeddedEndpoint(URI.create("http://127.0.0.1:1")),
                        id -> new Login.AccessKey("AKID", "madeUp"))
                .choose(options);
        return new Connector().connect(options, login, List::of);
    }
}
