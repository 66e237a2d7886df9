package dev.ensuregsis.maven.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.signin.model.AccessDeniedException;
import software.amazon.awssdk.services.sso.auth.ExpiredTokenException;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;
import software.amazon.awssdk.services.ssooidc.model.InvalidGrantException;
import software.amazon.awssdk.services.sts.model.StsException;

/** What the SDK throws, and what a user is told. The messages were seen. */
class RefusedProfileTest {
    private static final String NOT_SIGNED_ON =
            "is not signed on: its SSO session has expired, or there is none. Run:" + " aws sso login --profile prod";
    private static final SignOn SSO = new SignOn(SignOn.By.SSO, "prod");
    private static final SignOn CONSOLE = new SignOn(SignOn.By.CONSOLE, "base");
    private static final String LOOK = "Look at its section in ~/.aws/config and ~/.aws/credentials.";

    @ParameterizedTest
    @MethodSource
    void isOneLineThatSaysWhatToDo(@Nullable SignOn signOn, RuntimeException thrown, String told) {
        assertThat(new RefusedProfile("prod", "gsi.profile", Optional.ofNullable(signOn)).message(thrown))
                .isEqualTo("Profile \"prod\" (gsi.profile) " + told);
    }

    static Stream<Arguments> isOneLineThatSaysWhatToDo() {
        return Stream.of(
                Arguments.of(SSO, ExpiredTokenException.builder().build(), NOT_SIGNED_ON),
                Arguments.of(
                        null,
                        SdkClientException.create(
                                "no", ExpiredTokenException.builder().build()),
                        NOT_SIGNED_ON),
                Arguments.of(
                        SSO,
                        UnauthorizedException.builder()
                                .message("Session token not found")
                                .build(),
                        NOT_SIGNED_ON),
                Arguments.of(
                        SSO, InvalidGrantException.builder().message("refresh").build(), NOT_SIGNED_ON),
                Arguments.of(SSO, SdkClientException.create("no token of this session"), NOT_SIGNED_ON),
                Arguments.of(
                        SSO,
                        SdkClientException.create("Unable to execute HTTP request", new IOException("no route")),
                        "gives no credentials: Unable to execute HTTP request: no route. " + LOOK),
                Arguments.of(
                        CONSOLE,
                        SdkClientException.create(
                                "Your session has expired. Please reauthenticate.",
                                AccessDeniedException.builder().build()),
                        "gives no credentials: Your session has expired. Please reauthenticate. Run: aws login"
                                + " --profile base"),
                Arguments.of(
                        CONSOLE,
                        SdkClientException.create("Unable to execute HTTP request", new IOException("no route")),
                        "gives no credentials: Unable to execute HTTP request: no route. " + LOOK),
                Arguments.of(
                        null,
                        StsException.builder()
                                .message("The security token included in the request is expired")
                                .awsErrorDetails(AwsErrorDetails.builder()
                                        .errorCode("ExpiredToken")
                                        .errorMessage("The security token included in the request is expired")
                                        .serviceName("Sts")
                                        .build())
                                .statusCode(403)
                                .requestId("x")
                                .build(),
                        "gives no credentials: The security token included in the request is expired. Renew the"
                                + " credentials that it is made from (its own, or those of its source_profile), then"
                                + " run again."),
                Arguments.of(
                        null,
                        SdkClientException.create("Profile file contained no credentials for profile 'prod':"
                                + " ProfileFile(sections=[profiles], profiles=[])"),
                        "gives no credentials: Profile file contained no credentials for profile 'prod'. " + LOOK),
                Arguments.of(
                        null,
                        SdkClientException.create("Failed to refresh process-based credentials."),
                        "gives no credentials: Failed to refresh process-based credentials. " + LOOK));
    }
}
