package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Passwords that Maven has encrypted: of the server that {@code gsi.serverId} names, and of a proxy. */
class EncryptedPasswordIT {
    private static final String SECRET = "made/Up+Secret";

    @TempDir
    static Path parent = Path.of("");

    private static Path folder = Path.of("");

    private final SigningEndpoint dynamoDb = SigningEndpoint.start();

    @BeforeAll
    static void encrypt() throws IOException {
        folder = Project.folder(parent);
        Project.write(folder, "gsis.json", Project.table("bookings", "agent-index"));
        var master = lastLine(WarmMaven.run(folder, Map.of(), "--encrypt-master-password", "master"));
        Project.write(folder, "security.xml", "<settingsSecurity><master>" + master + "</master></settingsSecurity>");
        var password =
                lastLine(WarmMaven.run(folder, Map.of(), security("security.xml"), "--encrypt-password", SECRET));
        Project.write(folder, "settings.xml", """
                <settings><servers><server>
                  <id>prod</id><username>AKIDEXAMPLE</username><password>%s</password>
                </server></servers></settings>
                """.formatted(password));
        Project.write(folder, "proxied.xml", """
                <settings><proxies><proxy>
                  <id>office</id><protocol>http</protocol><host>127.0.0.1</host><port>PROXY_PORT</port>
                  <username>me</username><password>%s</password><nonProxyHosts>*.internal</nonProxyHosts>
                </proxy></proxies></settings>
                """.formatted(password));
    }

    @AfterEach
    void stop() {
        dynamoDb.close();
    }

    /** Maven 4 reads what Maven 3 has encrypted, with a warning of its own. */
    @ParameterizedTest
    @EnumSource(names = {"CURRENT", "NEXT"})
    void signsWithTheSecretItself(SupportedMaven maven) throws IOException, InterruptedException {
        var planned = maven.run(folder, planning("security.xml"));

        assertThat(planned.exitCode()).as(planned.output()).isZero();
        assertThat(planned.output()).doesNotContain(SECRET);
        assertThat(dynamoDb.lastRequest().isSignedWith(SECRET)).isTrue();
    }

    @Test
    void isRefusedWhereItCannotBeDecrypted() throws IOException {
        var refused = WarmMaven.run(folder, Map.of(), planning("no-such-file.xml"));

        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output())
                .contains("The password of the <server> \"prod\" (gsi.serverId) can't be decrypted: ")
                .doesNotContain("\tat ");
    }

    @Test
    void signsInAtTheProxyOfTheSettings() throws IOException {
        dynamoDb.beAProxyThatWants("me:" + SECRET);
        // Maven takes no variable for a port.
        Project.write(
                folder,
                "proxied-here.xml",
                Files.readString(folder.resolve("proxied.xml"))
                        .replace("PROXY_PORT", String.valueOf(dynamoDb.uri().getPort())));

        var planned = WarmMaven.run(
                folder,
                Map.of("aws.accessKeyId", "AKIDEXAMPLE", "aws.secretAccessKey", "madeUp"),
                "-s",
                "proxied-here.xml",
                security("security.xml"),
                RealMaven.goal("plan"),
                "-Dgsi.region=eu-central-1",
                "-Dgsi.endpoint=http://tables.invalid:8000");

        assertThat(planned.exitCode()).as(planned.output()).isZero();
        assertThat(planned.output()).contains("http://tables.invalid:8000").doesNotContain(SECRET);
        assertThat(dynamoDb.lastRequest().headers().getFirst("Host")).isEqualTo("tables.invalid:8000");
    }

    private String[] planning(String securityFile) {
        return new String[] {
            "-s",
            "settings.xml",
            security(securityFile),
            RealMaven.goal("plan"),
            "-Dgsi.serverId=prod",
            "-Dgsi.region=eu-central-1",
            "-Dgsi.endpoint=" + dynamoDb.uri()
        };
    }

    private static String security(String file) {
        return "-Dsettings.security=" + folder.resolve(file);
    }

    private static String lastLine(RealMaven.Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
        var lines = result.lines();
        return lines.get(lines.size() - 1);
    }
}
