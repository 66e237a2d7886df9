package dev.ensuregsis.maven.internal.aws;

import java.io.IOException;
import java.util.Optional;
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
 * @param signOn how it is signed on to, if it is
 */
record RefusedProfile(String name, String namedBy, Optional<SignOn> signOn) {
    /** Codes of credentials that were good once. Source: AWS's page of common errors; STS says the first. */
    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException");

    /** The line, from what the SDK throws. */
    String message(RuntimeException refused) {
        var profile = "Profile \"" + name + "\" (" + namedBy + ") ";
        if (isNotSignedOnBySso(refused)) {
            return profile + "is not signed on: its SSO session has expired, or there is none. Run: "
                    + signOn.orElse(new SignOn(SignOn.By.SSO, name)).command();
        }
        return profile + "gives no credentials: " + SaidBySdk.whole(refused) + ". " + nextStep(refused);
    }

    /** Some of what the SDK throws has a type of its own; where no service has spoken, the session's file is no good. */
    private boolean isNotSignedOnBySso(RuntimeException refused) {
        return causes(refused)
                        .anyMatch(cause -> cause instanceof ExpiredTokenException
                                || cause instanceof UnauthorizedException
                                || cause instanceof SsoOidcException)
                || (signsOnBy(SignOn.By.SSO)
                        && causes(refused)
                                .noneMatch(
                                        cause -> cause instanceof SdkServiceException || cause instanceof IOException));
    }

    private boolean signsOnBy(SignOn.By by) {
        return signOn.filter(how -> how.by() == by).isPresent();
    }

    private String nextStep(RuntimeException refused) {
        if (signsOnBy(SignOn.By.CONSOLE) && causes(refused).noneMatch(IOException.class::isInstance)) {
            return "Run: " + signOn.orElseThrow().command();
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
