package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.spi.Loopback;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
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
public final class DynamoDb {
    private static final String LOCAL_REGION = "us-east-1";
    private static final AwsBasicCredentials LOCAL_CREDENTIALS = AwsBasicCredentials.create("test", "test");

    private DynamoDb() {}

    /**
     * Makes a client.
     *
     * @param login where and as whom
     * @return the client; the caller's to close
     * @throws LoginException if no region or no credentials are found
     */
    public static DynamoDbClient connect(Login login) throws LoginException {
        boolean loopback = login.endpoint() != null && Loopback.isHostOf(login.endpoint());
        var region = region(login, loopback);
        var credentials = credentials(login, loopback);
        var builder = DynamoDbClient.builder()
                .region(region)
                .credentialsProvider(credentials)
                .httpClient(loopback ? straightHttp() : proxiedHttp());
        if (login.endpoint() != null) {
            builder.endpointOverride(login.endpoint());
        }
        return builder.build();
    }

    private static UrlConnectionHttpClient proxiedHttp() {
        return (UrlConnectionHttpClient) UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(10))
                .socketTimeout(Duration.ofSeconds(30))
                .build();
    }

    /** A proxy of the environment would send requests for this machine away from it. */
    private static UrlConnectionHttpClient straightHttp() {
        return (UrlConnectionHttpClient) UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(2))
                .socketTimeout(Duration.ofSeconds(30))
                .proxyConfiguration(ProxyConfiguration.builder()
                        .useSystemPropertyValues(false)
                        .useEnvironmentVariablesValues(false)
                        .build())
                .build();
    }

    private static Region region(Login login, boolean loopback) throws LoginException {
        if (login.region() != null) {
            return Region.of(login.region());
        }
        try {
            return regions(login.profile(), loopback).getRegion();
        } catch (SdkClientException notFound) {
            if (loopback) {
                return Region.of(LOCAL_REGION);
            }
            throw new LoginException("No AWS region found. Name it with -Dgsi.region=eu-central-1 (or yours), in the"
                    + " environment with AWS_REGION, or in the profile's section of ~/.aws/config.");
        }
    }

    private static AwsRegionProviderChain regions(@Nullable String profile, boolean loopback) {
        if (!loopback) {
            var chain = DefaultAwsRegionProviderChain.builder();
            return profile == null ? chain.build() : chain.profileName(profile).build();
        }
        // Without the look-up on the machine's metadata service, which takes seconds to fail.
        return new AwsRegionProviderChain(
                new SystemSettingsRegionProvider(),
                profile == null ? new AwsProfileRegionProvider() : new AwsProfileRegionProvider(null, profile));
    }

    private static AwsCredentialsProvider credentials(Login login, boolean loopback) throws LoginException {
        var keys = login.keys();
        if (keys != null) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(keys.id(), keys.secret()));
        }
        var profile = login.profile();
        if (profile != null) {
            return ofProfile(profile, "gsi.profile");
        }
        if (loopback) {
            return AwsCredentialsProviderChain.of(
                    SystemPropertyCredentialsProvider.create(),
                    EnvironmentVariableCredentialsProvider.create(),
                    ProfileCredentialsProvider.create(),
                    StaticCredentialsProvider.create(LOCAL_CREDENTIALS));
        }
        return ofChain();
    }

    private static AwsCredentialsProvider ofChain() throws LoginException {
        var chain = DefaultCredentialsProvider.builder().build();
        try {
            chain.resolveCredentials();
            return chain;
        } catch (RuntimeException refused) {
            var profile = ProfileFileSystemSetting.AWS_PROFILE.getNonDefaultStringValue();
            if (profile.isPresent()) {
                return ofProfile(profile.get(), "AWS_PROFILE");
            }
            throw new LoginException("No AWS credentials found. Name a profile with -Dgsi.profile=…, a <server> of"
                    + " settings.xml with -Dgsi.serverId=…, or give them as the AWS SDK finds them: AWS_ACCESS_KEY_ID"
                    + " and AWS_SECRET_ACCESS_KEY, a web identity, or the role of the container or instance.");
        }
    }

    private static AwsCredentialsProvider ofProfile(String name, String namedBy) throws LoginException {
        var provider = ProfileCredentialsProvider.create(name);
        try {
            provider.resolveCredentials();
            return provider;
        } catch (RuntimeException refused) {
            boolean signsOnBySso = Profiles.signsOnBySso(ProfileFile.defaultProfileFile(), name);
            throw new LoginException(new RefusedProfile(name, namedBy, signsOnBySso).message(refused));
        }
    }
}
