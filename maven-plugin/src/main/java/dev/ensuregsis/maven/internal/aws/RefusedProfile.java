package dev.ensuregsis.maven.internal.aws;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.sso.auth.ExpiredTokenException;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;
import software.amazon.awssdk.services.ssooidc.model.SsoOidcException;

/**
 * Why a profile gives no credentials, and what to do, in one line.
 *
 * @param name the profile
 * @param namedBy what names it: {@code gsi.profile}, or the SDK's own setting
 * @param signsOnBySso whether it gets its credentials from an SSO session
 */
record RefusedProfile(String name, String namedBy, boolean signsOnBySso) {
    /** Codes of credentials that were good once. Source: AWS's page of common errors; STS says the first. */
    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException");

    private static final String SIGN_IN_MODULE = "'signin' service module";

    /** The line, from what the SDK throws. */
    String message(RuntimeException refused) {
        var profile = "Profile \"" + name + "\" (" + namedBy + ") ";
        if (isNotSignedOn(refused)) {
            return profile + "is not signed on: its SSO session has expired, or there is none. Run: aws sso login"
                    + " --profile " + name;
        }
        var said = SaidBySdk.whole(refused);
        return profile + "gives no credentials: " + said + ". " + nextStep(refused, said);
    }

    /** Some of what the SDK throws has a type of its own; where no service has spoken, the session's file is no good. */
    private boolean isNotSignedOn(RuntimeException refused) {
        return causes(refused)
                        .anyMatch(cause -> cause instanceof ExpiredTokenException
                                || cause instanceof UnauthorizedException
                                || cause instanceof SsoOidcException)
                || (signsOnBySso
                        && causes(refused)
                                .noneMatch(
                                        cause -> cause instanceof SdkServiceException || cause instanceof IOException));
    }

    private String nextStep(RuntimeException refused, String said) {
        if (said.contains(SIGN_IN_MODULE)) {
            // The module of the AWS SDK in this plugin's version is in no repository that it is built from.
            return "This plugin can't take what aws login leaves. Have the AWS CLI hand it on, from a second profile: "
                    + "credential_process = aws configure export-credentials --profile " + name + " --format process";
        }
        boolean expired = causes(refused)
                .anyMatch(cause -> cause instanceof AwsServiceException service
                        && service.awsErrorDetails() != null
                        && EXPIRED.contains(service.awsErrorDetails().errorCode()));
        return expired
                ? "Renew the credentials that it is made from (its own, or those of its source_profile), then run again."
                : "Look at its section in ~/.aws/config and ~/.aws/credentials.";
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }
}
