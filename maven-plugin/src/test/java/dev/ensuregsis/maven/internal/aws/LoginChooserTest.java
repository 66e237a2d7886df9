package dev.ensuregsis.maven.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.maven.internal.aws.Login.AccessKey;
import dev.ensuregsis.maven.internal.embedded.EmbeddedEndpoint;
import dev.ensuregsis.maven.internal.option.ConnectionOptions;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoginChooserTest {
    private static final URI EMBEDDED = URI.create("http://127.0.0.1:4711");
    private static final AccessKey KEY = new AccessKey("AKIDEXAMPLE", "madeUp");

    private int started;
    private final LoginChooser logins = new LoginChooser(
            options -> {
                started++;
                return new EmbeddedEndpoint(EMBEDDED);
            },
            id -> {
                if (!id.equals("aws")) {
                    throw new RefusedException("no <server> " + id);
                }
                return KEY;
            });

    @Test
    void whatIsNotSaidIsLeftToTheSdk() throws RefusedException, IOException {
        assertThat(logins.choose(options(Map.of()))).isEqualTo(new Login(null, null, null, null));
        assertThat(started).isZero();
    }

    @Test
    void whatIsSaidIsTaken() throws RefusedException, IOException {
        var login = logins.choose(options(Map.of(
                "gsi.endpoint", "http://localhost:8000",
                "gsi.region", "eu-central-1",
                "gsi.profile", "prod",
                "gsi.serverId", "aws")));

        assertThat(login).isEqualTo(new Login(URI.create("http://localhost:8000"), "eu-central-1", "prod", KEY));
        assertThat(login.toString()).doesNotContain("madeUp");
        assertThat(started).isZero();
    }

    @Test
    void theEmbeddedServerIsStartedWhereItIsMeantAndNeedsNoKeyOfAnyone() throws RefusedException, IOException {
        var login = logins.choose(options(Map.of("gsi.endpoint", "embedded")));

        assertThat(login).isEqualTo(new Login(EMBEDDED, null, null, new AccessKey("test", "madeUpSecret")));
        assertThat(started).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNamedIsTakenForTheEmbeddedServerToo() throws RefusedException, IOException {
        assertThat(logins.choose(options(Map.of("gsi.endpoint", "embedded", "gsi.serverId", "aws")))
                        .keys())
                .isEqualTo(KEY);
        assertThat(logins.choose(options(Map.of("gsi.endpoint", "embedded", "gsi.profile", "prod")))
                        .keys())
                .isNull();
    }

    @Test
    void aServerThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> logins.choose(options(Map.of("gsi.serverId", "other"))))
                .isInstanceOf(RefusedException.class)
                .hasMessage("no <server> other");
    }

    private static ConnectionOptions options(Map<String, String> given) {
        return ConnectionOptions.read(new OptionReader(given));
    }
}
