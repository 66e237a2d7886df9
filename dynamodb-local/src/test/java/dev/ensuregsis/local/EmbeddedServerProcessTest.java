package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerProcessTest {

    /** Beside the one whose environment leads elsewhere. */
    private static final int TOGETHER = Integer.getInteger("ensuregsis.jvms", 1);

    @TempDir
    Path directory;

    /** Nor does one fail for a port, however many start together. */
    @Test
    void staysOnThisMachineQuietlyLeavesNoFileAndLetsTheJvmEndWhateverTheEnvironmentHolds() throws Exception {
        try (var trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var jvms = new ArrayList<ChildJvm>();
            for (var i = 0; i < TOGETHER; i++) {
                jvms.add(ChildJvm.start(directory.resolve("jvm" + i), EmbeddedProgram.class, Map.of(), "-Xmx256m"));
            }
            jvms.add(whereAllLeadsTo(trap));

            for (var jvm : jvms) {
                jvm.endsQuietly();
                assertThat(jvm.output()).isEmpty();
            }
            assertThat(nobodyConnectedTo(trap))
                    .as("nobody was sent to the trap")
                    .isTrue();
        }
    }

    private ChildJvm whereAllLeadsTo(ServerSocket trap) throws IOException {
        var url = "http://127.0.0.1:" + trap.getLocalPort();
        var profile = Files.writeString(directory.resolve("aws-config"), """
                [profile real]
                region = eu-west-1
                endpoint_url = %s
                aws_access_key_id = AKIAIOSFODNN7EXAMPLE
                aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
                use_fips_endpoint = true
                use_dualstack_endpoint = true
                endpoint_discovery_enabled = true
                account_id_endpoint_mode = required
                defaults_mode = auto
                max_attempts = many
                retry_mode = no-such-mode
                """.formatted(url));
        return ChildJvm.start(
                directory.resolve("elsewhere"),
                EmbeddedProgram.class,
                Map.ofEntries(
                        Map.entry("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"),
                        Map.entry("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
                        Map.entry("AWS_SESSION_TOKEN", "session"),
                        Map.entry("AWS_REGION", "eu-west-1"),
                        Map.entry("AWS_PROFILE", "real"),
                        Map.entry("AWS_CONFIG_FILE", profile.toString()),
                        Map.entry("AWS_SHARED_CREDENTIALS_FILE", profile.toString()),
                        Map.entry("AWS_ENDPOINT_URL", url),
                        Map.entry("AWS_ENDPOINT_URL_DYNAMODB", url),
                        Map.entry("AWS_ENABLE_ENDPOINT_DISCOVERY", "true"),
                        Map.entry("AWS_ACCOUNT_ID_ENDPOINT_MODE", "required"),
                        Map.entry("AWS_AUTH_SCHEME_PREFERENCE", "httpBearerAuth"),
                        Map.entry("AWS_USE_FIPS_ENDPOINT", "true"),
                        Map.entry("AWS_USE_DUALSTACK_ENDPOINT", "true"),
                        Map.entry("AWS_DEFAULTS_MODE", "auto"),
                        Map.entry("AWS_RETRY_MODE", "no-such-mode"),
                        Map.entry("AWS_MAX_ATTEMPTS", "many"),
                        Map.entry("AWS_EC2_METADATA_SERVICE_ENDPOINT", url),
                        Map.entry("AWS_CONTAINER_CREDENTIALS_FULL_URI", url),
                        Map.entry("HTTP_PROXY", url),
                        Map.entry("HTTPS_PROXY", url),
                        Map.entry("http_proxy", url),
                        Map.entry("ALL_PROXY", url)),
                "-Dhttp.proxyHost=127.0.0.1",
                "-Dhttp.proxyPort=" + trap.getLocalPort(),
                "-Dhttp.nonProxyHosts=",
                "-DsocksProxyHost=127.0.0.1",
                "-DsocksProxyPort=" + trap.getLocalPort(),
                "-DsocksNonProxyHosts=",
                "-Daws.accessKeyId=AKIAI44QH8DHBEXAMPLE",
                "-Daws.secretAccessKey=je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY",
                "-Daws.region=ap-southeast-2",
                "-Daws.profile=real",
                "-Daws.configFile=" + profile,
                "-Daws.endpointUrl=" + url,
                "-Daws.endpointUrlDynamoDb=" + url,
                "-Daws.useFipsEndpoint=true",
                "-Daws.defaultsMode=auto");
    }

    private static boolean nobodyConnectedTo(ServerSocket trap) throws IOException {
        trap.setSoTimeout(1);
        try (var connection = trap.accept()) {
            return connection == null;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }
}
