package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.maven.internal.network.Network;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes the client that a goal talks through. Region and credentials are found before the client is: what is missing is
 * said before anything is asked. On a loopback endpoint nothing need be configured, since DynamoDB Local takes any
 * credentials; what is configured is used all the same, since DynamoDB Local keeps a database for each access key and
 * region.
 */
final class DynamoDb {
    private static final String LOCAL_REGION = "us-east-1";

    private DynamoDb() {}

    /**
     * Makes a client.
     *
     * @param login where and as whom
     * @param network the way there
     * @return the client; the caller's to close
     * @throws LoginException if no region or no credentials are found
     */
    static DynamoDbClient connect(Login login, Network network) throws LoginException {
        var builder = DynamoDbClient.builder()
                .region(region(login))
                .credentialsProvider(Credentials.find(login))
                .httpClientBuilder(network.clients());
        var profile = login.profile();
        if (profile != null) {
            // FIPS, dual-stack and the like are the profile's too.
            builder.overrideConfiguration(settings -> settings.defaultProfileName(profile));
        }
        if (login.endpoint() != null) {
            // An endpoint that is named is meant as it stands; the SDK refuses some of these beside one.
            builder.endpointOverride(login.endpoint())
                    .fipsEnabled(false)
                    .dualstackEnabled(false)
                    .accountIdEndpointMode(AccountIdEndpointMode.DISABLED);
        }
        return builder.build();
    }

    private static Region region(Login login) throws LoginException {
        if (login.region() != null) {
            return Region.of(login.region());
        }
        try {
            return regions(login.profile(), login.isHere()).getRegion();
        } catch (SdkClientException notFound) {
            if (login.isHere()) {
                return Region.of(LOCAL_REGION);
            }
            throw new LoginException("No AWS region found. Name it with -Dgsi.region=eu-central-1 (or yours), in the"
                    + " environment with AWS_REGION, or in the profile's section of ~/.aws/config.");
        }
    }

    private static AwsRegionProviderChain regions(@Nullable String profile, boolean here) {
        if (!here) {
            var chain = DefaultAwsRegionProviderChain.builder();
            return profile == null ? chain.build() : chain.profileName(profile).build();
        }
        // Without the look-up on the machine's metadata service, which takes seconds to fail.
        return new AwsRegionProviderChain(
                new SystemSettingsRegionProvider(),
                profile == null ? new AwsProfileRegionProvider() : new AwsProfileRegionProvider(null, profile));
    }
}
