package dev.ensuregsis.maven.internal.aws;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** Finds credentials before anything is asked with them. What is found renews itself, as the SDK's providers do. */
final class Credentials {
    private static final AwsBasicCredentials LOCAL = AwsBasicCredentials.create("test", "test");

    private Credentials() {}

    static AwsCredentialsProvider find(Login login) throws LoginException {
        var keys = login.keys();
        if (keys != null) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(keys.id(), keys.secret()));
        }
        var profile = login.profile();
        if (profile != null) {
            return ofProfile(profile, "gsi.profile");
        }
        if (login.isHere()) {
            return AwsCredentialsProviderChain.of(
                    SystemPropertyCredentialsProvider.create(),
                    EnvironmentVariableCredentialsProvider.create(),
                    ProfileCredentialsProvider.create(),
                    StaticCredentialsProvider.create(LOCAL));
        }
        return ofChain();
    }

    private static AwsCredentialsProvider ofChain() throws LoginException {
        var chain = DefaultCredentialsProvider.builder().build();
        try {
            chain.resolveCredentials();
            return chain;
        } catch (RuntimeException refused) {
            var profile = Profiles.ofSdk();
            boolean named = ProfileFileSystemSetting.AWS_PROFILE
                    .getNonDefaultStringValue()
                    .isPresent();
            if (named || Profiles.meansCredentials(ProfileFile.defaultProfileFile(), profile)) {
                return ofProfile(profile, named ? "AWS_PROFILE" : "what the AWS SDK takes where none is named");
            }
            throw new LoginException("No AWS credentials found. Name a profile with -Dgsi.profile=…, a <server> of"
                    + " settings.xml with -Dgsi.serverId=…, or give them as the AWS SDK finds them: AWS_ACCESS_KEY_ID"
                    + " and AWS_SECRET_ACCESS_KEY, a web identity, or the role of the container or instance. It says: "
                    + SaidBySdk.whole(refused) + ".");
        }
    }

    private static AwsCredentialsProvider ofProfile(String name, String namedBy) throws LoginException {
        var provider = ProfileCredentialsProvider.create(name);
        try {
            provider.resolveCredentials();
            return provider;
        } catch (RuntimeException refused) {
            var signOn = Profiles.signOn(ProfileFile.defaultProfileFile(), name);
            throw new LoginException(new RefusedProfile(name, namedBy, signOn).message(refused));
        }
    }
}
