package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.maven.internal.network.CertificateBundle;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * What AWS's environment and files say besides region and credentials: for the profile that the user names, else for the
 * one that the SDK takes.
 *
 * @param endpoint where DynamoDB answers; null where nothing says it
 * @param certificates the authorities to trust; null where nothing says it
 */
record AwsConfiguration(@Nullable URI endpoint, @Nullable CertificateBundle certificates) {
    private static final String CA_BUNDLE = "AWS_CA_BUNDLE";
    private static final String CA_BUNDLE_OF_PROFILE = "ca_bundle";

    static AwsConfiguration of(Login login, Map<String, String> environment) throws LoginException {
        var file = ProfileFile.defaultProfileFile();
        var named = login.profile();
        if (named != null && file.profile(named).isEmpty()) {
            throw new LoginException(Profiles.missing(file, named));
        }
        var profile = named == null ? Profiles.ofSdk() : named;
        return new AwsConfiguration(endpoint(file, profile), certificates(file, profile, environment.get(CA_BUNDLE)));
    }

    /** As the SDK's clients do: AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL, the profile's services, the profile. */
    private static @Nullable URI endpoint(ProfileFile file, String profile) throws LoginException {
        try {
            var url = AwsClientEndpointProvider.builder()
                    .serviceEndpointOverrideEnvironmentVariable("AWS_ENDPOINT_URL_DYNAMODB")
                    .serviceEndpointOverrideSystemProperty("aws.endpointUrlDynamoDb")
                    .serviceProfileProperty("dynamodb")
                    .profileFile(() -> file)
                    .profileName(profile)
                    .resolveFromOverrides()
                    .orElse(null);
            if (url != null && url.getHost() == null) {
                throw new LoginException("The endpoint that the AWS configuration names, " + url
                        + ", is not a URL with a host, like https://dynamodb.eu-central-1.amazonaws.com:"
                        + " AWS_ENDPOINT_URL_DYNAMODB, AWS_ENDPOINT_URL, or endpoint_url of profile \"" + profile
                        + "\".");
            }
            return url;
        } catch (SdkClientException notUnderstood) {
            throw new LoginException(
                    "The endpoint that the AWS configuration names can't be understood: " + notUnderstood.getMessage());
        }
    }

    private static @Nullable CertificateBundle certificates(
            ProfileFile file, String profile, @Nullable String ofEnvironment) {
        if (ofEnvironment != null && !ofEnvironment.isBlank()) {
            return new CertificateBundle(ofEnvironment, CA_BUNDLE);
        }
        return file.profile(profile)
                .flatMap(section -> section.property(CA_BUNDLE_OF_PROFILE))
                .map(path -> new CertificateBundle(path, CA_BUNDLE_OF_PROFILE + " of profile \"" + profile + "\""))
                .orElse(null);
    }
}
