package dev.ensuregsis.maven.internal.aws;

/**
 * How a person signs on, by the AWS CLI, to where a profile gets its credentials from.
 *
 * @param by what is signed on to
 * @param profile the profile that says so: the one that is used, or one that it is made from
 */
record SignOn(By by, String profile) {
    /** What to type. */
    String command() {
        return by.command + " --profile " + profile;
    }

    /** What the AWS CLI signs on to. */
    enum By {
        /** IAM Identity Center: {@code sso_session}, or the older {@code sso_start_url}. */
        SSO("aws sso login"),
        /** The console's own sign-in: {@code login_session}. */
        CONSOLE("aws login");

        private final String command;

        By(String command) {
            this.command = command;
        }
    }
}
