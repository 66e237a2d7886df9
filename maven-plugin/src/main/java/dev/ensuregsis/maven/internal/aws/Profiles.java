package dev.ensuregsis.maven.internal.aws;

import java.util.HashSet;
import java.util.Optional;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** What the AWS config and credentials files say of profiles. */
final class Profiles {
    private static final String SSO_SESSION = "sso_session";

    private Profiles() {}

    /** Whether a profile, or one that it is made from, gets its credentials from an SSO session. */
    static boolean signsOnBySso(ProfileFile file, String name) {
        var seen = new HashSet<String>();
        var profile = file.profile(name);
        while (profile.isPresent() && seen.add(profile.get().name())) {
            if (signsOnBySso(profile.get())) {
                return true;
            }
            profile = source(file, profile.get());
        }
        return false;
    }

    private static boolean signsOnBySso(Profile profile) {
        return profile.property(SSO_SESSION)
                .or(() -> profile.property(ProfileProperty.SSO_START_URL))
                .isPresent();
    }

    private static Optional<Profile> source(ProfileFile file, Profile profile) {
        return profile.property(ProfileProperty.SOURCE_PROFILE).flatMap(file::profile);
    }
}
