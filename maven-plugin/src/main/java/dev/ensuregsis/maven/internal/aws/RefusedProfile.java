package dev.ensuregsis.maven.internal.aws;

import java.util.Locale;

/**
 * Why a profile gives no credentials, and what to do, in one line.
 *
 * @param name the profile
 * @param namedBy what names it: {@code gsi.profile}, or the SDK's own setting
 */
record RefusedProfile(String name, String namedBy) {

    /** The line, from what the SDK says. */
    String message(String said) {
        var reason = oneLine(said);
        var lowerCase = reason.toLowerCase(Locale.ROOT);
        var profile = "Profile \"" + name + "\" (" + namedBy + ") ";
        if (lowerCase.contains("sso session") || lowerCase.contains("sso token") || lowerCase.contains("sso login")) {
            return profile + "is not signed on: its SSO session has expired, or there is none. Run: aws sso login"
                    + " --profile " + name;
        }
        return profile + "gives no credentials: " + reason + ". " + nextStep(lowerCase);
    }

    private static String nextStep(String reason) {
        return reason.contains("expired")
                ? "Renew the credentials that it is made from (its own, or those of its source_profile), then run again."
                : "Look at its section in ~/.aws/config and ~/.aws/credentials.";
    }

    /** Without the SDK's request ids, and without its print of all profiles. */
    private static String oneLine(String said) {
        return said.lines()
                .findFirst()
                .orElse("the AWS SDK doesn't say why")
                .replaceAll("\\s*\\(Service:.*", "")
                .replaceAll(":\\s*ProfileFile\\(.*", "")
                .replaceAll("\\.\\s*$", "");
    }
}
