package dev.ensuregsis.maven.internal.aws;

import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.profiles.ProfileProperty;

/** What the AWS config and credentials files say of profiles. */
final class Profiles {
    private static final String SSO_SESSION = "sso_session";
    private static final String LOGIN_SESSION = "login_session";

    private Profiles() {}

    /** The profile that the SDK takes where the user names none. */
    static String ofSdk() {
        return ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow();
    }

    /** That a profile which the user names isn't there. */
    static String missing(ProfileFile file, String name) {
        var there = file.profiles().keySet();
        return "gsi.profile is \"" + name + "\", but the AWS config and credentials files"
                + " (~/.aws/config, ~/.aws/credentials, or AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE) have no such"
                + " profile. They have: "
                + (there.isEmpty()
                        ? "none"
                        : String.join(", ", there.stream().sorted().toList())) + ".";
    }

    /** Whether a profile means to give credentials: one may give no more than a region. */
    static boolean meansCredentials(ProfileFile file, String name) {
        return file.profile(name)
                .filter(profile -> Stream.of(
                                ProfileProperty.AWS_ACCESS_KEY_ID,
                                ProfileProperty.ROLE_ARN,
                                ProfileProperty.CREDENTIAL_PROCESS,
                                ProfileProperty.SSO_START_URL,
                                ProfileProperty.WEB_IDENTITY_TOKEN_FILE,
                                SSO_SESSION,
                                LOGIN_SESSION)
                        .anyMatch(property -> profile.property(property).isPresent()))
                .isPresent();
    }

    /** How a profile, or one that it is made from, is signed on to; empty where that takes nobody's hand. */
    static Optional<SignOn> signOn(ProfileFile file, String name) {
        var seen = new HashSet<String>();
        var profile = file.profile(name);
        while (profile.isPresent() && seen.add(profile.get().name())) {
            var signOn = signOn(profile.get());
            if (signOn.isPresent()) {
                return signOn;
            }
            profile = source(file, profile.get());
        }
        return Optional.empty();
    }

    private static Optional<SignOn> signOn(Profile profile) {
        if (Stream.of(SSO_SESSION, ProfileProperty.SSO_START_URL)
                .anyMatch(property -> profile.property(property).isPresent())) {
            return Optional.of(new SignOn(SignOn.By.SSO, profile.name()));
        }
        return profile.property(LOGIN_SESSION).map(session -> new SignOn(SignOn.By.CONSOLE, profile.name()));
    }

    private static Optional<Profile> source(ProfileFile file, Profile profile) {
        return profile.property(ProfileProperty.SOURCE_PROFILE).flatMap(file::profile);
    }
}
