package dev.ensuregsis.engine.internal.retry;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a refusal of access says of itself. The wording is that of the IAM user guide's page on access denied errors,
 * where it names the policy's type; some services, and some refusals, name none.
 *
 * @param action the action that the text names; empty where it names none
 * @param by who denies it
 */
record Denial(Optional<String> action, By by) {
    private static final Pattern ACTION = Pattern.compile("not authorized to perform: ([\\w-]+:\\w+)");

    /** Who can deny what an IAM policy allows. */
    enum By {
        /** The key with which the table is encrypted. Its text comes from KMS, by way of DynamoDB. */
        KEY("(?i)KMS key access denied|\\bAWSKMS|not authorized to perform: kms:", "the KMS key of the table"),
        /** The organisation, for the accounts in it. */
        SERVICE_CONTROL_POLICY("service control policy", "a service control policy of the organisation"),
        /** The organisation, for the resources in it. */
        RESOURCE_CONTROL_POLICY("resource control policy", "a resource control policy of the organisation"),
        /** What the user or role may have at most. */
        PERMISSIONS_BOUNDARY("permissions boundary", "the permissions boundary of these credentials"),
        /** What the session may have at most. */
        SESSION_POLICY("session policy", "the session policy with which these credentials were made"),
        /** What may go through the way that the request took. */
        VPC_ENDPOINT_POLICY("VPC endpoint policy", "the policy of the VPC endpoint that the request went through"),
        /** The table's own policy. */
        RESOURCE_POLICY("resource-based policy", "the resource-based policy of the table"),
        /** A Deny beside whatever is allowed. */
        OWN_POLICY("explicit deny in an identity-based policy", "a Deny in an IAM policy of these credentials"),
        /** Nobody allows it, as far as the text says. */
        NOBODY("", "");

        private final Pattern said;
        private final String words;

        By(String said, String words) {
            this.said = Pattern.compile(said);
            this.words = words;
        }

        /** Who it is, for a reader. */
        String words() {
            return words;
        }
    }

    static Denial of(String message) {
        var action = ACTION.matcher(message);
        return new Denial(
                action.find() ? Optional.of(action.group(1)) : Optional.empty(),
                Stream.of(By.values())
                        .filter(by -> by.said.matcher(message).find())
                        .findFirst()
                        .orElse(By.NOBODY));
    }
}
