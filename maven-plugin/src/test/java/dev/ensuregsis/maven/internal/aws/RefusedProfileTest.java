package dev.ensuregsis.maven.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the SDK was seen to say, and what a user is told. */
class RefusedProfileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO"
                        + " session run aws sso login with the corresponding profile."
                        + "| Profile \"prod\" (gsi.profile) is not signed on: its SSO session has expired, or there is"
                        + " none. Run: aws sso login --profile prod",
                "The security token included in the request is expired (Service: Sts, Status Code: 403, Request ID: x)"
                        + "| Profile \"prod\" (gsi.profile) gives no credentials: The security token included in the"
                        + " request is expired. Renew the credentials that it is made from (its own, or those of its"
                        + " source_profile), then run again.",
                "Profile file contained no credentials for profile 'prod': ProfileFile(sections=[profiles], profiles=[])"
                        + "| Profile \"prod\" (gsi.profile) gives no credentials: Profile file contained no credentials"
                        + " for profile 'prod'. Look at its section in ~/.aws/config and ~/.aws/credentials.",
                "Failed to refresh process-based credentials."
                        + "| Profile \"prod\" (gsi.profile) gives no credentials: Failed to refresh process-based"
                        + " credentials. Look at its section in ~/.aws/config and ~/.aws/credentials.",
            })
    void isOneLineThatSaysWhatToDo(String said, String told) {
        assertThat(new RefusedProfile("prod", "gsi.profile").message(said)).isEqualTo(told);
    }
}
