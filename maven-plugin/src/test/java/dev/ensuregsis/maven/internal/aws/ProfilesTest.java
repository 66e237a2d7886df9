package dev.ensuregsis.maven.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.profiles.ProfileFile;

class ProfilesTest {
    private static final String CONFIG = """
            [sso-session corp]
            sso_region = eu-central-1
            sso_start_url = https://corp.example/start
            [profile session]
            sso_session = corp
            [profile legacy]
            sso_start_url = https://corp.example/start
            [profile role]
            role_arn = arn:aws:iam::123456789012:role/deploy
            source_profile = session
            [profile circle]
            role_arn = arn:aws:iam::123456789012:role/deploy
            source_profile = circle
            [profile console]
            login_session = arn:aws:iam::123456789012:user/me
            [profile role-of-console]
            role_arn = arn:aws:iam::123456789012:role/deploy
            source_profile = console
            [profile keys]
            aws_access_key_id = AKIDEXAMPLE
            aws_secret_access_key = madeUp
            """;

    @ParameterizedTest
    @CsvSource({
        "session, aws sso login --profile session",
        "legacy, aws sso login --profile legacy",
        "role, aws sso login --profile session",
        "console, aws login --profile console",
        "role-of-console, aws login --profile console",
        "circle,",
        "keys,",
        "absent,"
    })
    void whatSignsOnIsSaidByAProfileOrItsSource(String name, @Nullable String command) {
        var file = ProfileFile.builder()
                .content(new ByteArrayInputStream(CONFIG.getBytes(StandardCharsets.UTF_8)))
                .type(ProfileFile.Type.CONFIGURATION)
                .build();

        assertThat(Profiles.signOn(file, name).map(SignOn::command)).isEqualTo(Optional.ofNullable(command));
    }
}
