package dev.ensuregsis.engine.event;

import org.jspecify.annotations.Nullable;

/**
 * What to do about a failure, in kind. Whoever shows it knows by which option or annotation that is done, and says so;
 * {@link #plainWords} name none.
 *
 * @param kind which step
 * @param subject what it is about, as the kind says; null where it is about nothing in particular
 */
public record NextStep(Kind kind, @Nullable String subject) {

    /** The kinds of step. */
    public enum Kind {
        /** Check the endpoint: nobody listens there. */
        CHECK_ENDPOINT,
        /** Find what drops connections on the way: a firewall, or a proxy that wasn't named. */
        CHECK_ROUTE,
        /** Have the authority trusted that signed the certificate. */
        TRUST_CERTIFICATE,
        /** Give the proxy's user and password. */
        SIGN_IN_AT_PROXY,
        /** Have the proxy let it through, or go around it. */
        ASK_PROXY,
        /** Check region, endpoint and network: the host isn't known. */
        CHECK_REGION,
        /** Check the network, then retry. */
        CHECK_NETWORK,
        /** Sign in, or say which credentials to use. */
        SIGN_IN,
        /** Renew the credentials. */
        RENEW_CREDENTIALS,
        /** Check which credentials are in use. */
        CHECK_CREDENTIALS,
        /** Allow an action, the subject, in the IAM policy. */
        ALLOW_ACTION,
        /** Find out who denies an action; both are the subject, and an IAM policy can't allow it. */
        ASK_WHO_DENIES,
        /** Have the encryption key's policy allow its use, or bring the key back. */
        ALLOW_KEY,
        /** Use the credentials of an account, the subject, or expect the other one. */
        USE_ACCOUNT,
        /** Allow sts:GetCallerIdentity. */
        ALLOW_CALLER_IDENTITY,
        /** Check the table's name, account and region, or let it be created. */
        FIND_TABLE,
        /** Give the definition of a whole table, the subject, so that it can be created. */
        GIVE_WHOLE_TABLE,
        /** Create the table with the tool that owns its definition. */
        CREATE_TABLE_ELSEWHERE,
        /** Find out who deletes the table. */
        ASK_WHO_DELETES_TABLE,
        /** Find out who deletes the index. */
        ASK_WHO_DELETES_INDEX,
        /** Bring the table back to ACTIVE. */
        BRING_TABLE_BACK,
        /** Look at the table: what was accepted isn't there. */
        LOOK_AT_TABLE,
        /** Correct the definition as the message says. */
        CORRECT_DEFINITION,
        /** Correct the table's definition or name. */
        CORRECT_TABLE,
        /** Write another attribute type, the subject, or use another attribute. */
        CORRECT_ATTRIBUTE_TYPE,
        /** Give the type of an attribute, the subject. */
        GIVE_ATTRIBUTE_TYPE,
        /** Correct the definition, rename the index, or replace the live one: the subject, as {@code table/index}. */
        REPLACE_OR_RENAME_INDEX,
        /** Change the items that an index can't be added over. */
        MEND_ITEMS,
        /** Find the items at which the building of an index has died; delete the index. */
        MEND_STUCK_INDEX,
        /** Look at what is live, and name it once more if it is to go all the same. */
        NAME_IT_AGAIN,
        /** Run again, or lower the capacity by hand: the subject is the command. */
        LOWER_CAPACITY,
        /** Leave out the write capacity for builds. */
        LEAVE_OUT_BACKFILL_CAPACITY,
        /** Delete an index that nobody uses, or have the quota raised. */
        MAKE_ROOM_FOR_INDEX,
        /** Delete a table that nobody uses, or have the quota raised. */
        MAKE_ROOM_FOR_TABLE,
        /** Ask for less capacity, or have the quota raised. */
        ASK_FOR_LESS_CAPACITY,
        /** Try again later; ask AWS if it goes on. */
        TRY_LATER,
        /** Mend what keeps the state from being kept, then run again. */
        MEND_STATE,
        /** Say which of two states is to be gone on with. */
        CHOOSE_STATE,
        /** Keep a state of its own for this DynamoDB. */
        KEEP_STATE_APART,
        /** Run again. */
        RUN_AGAIN,
        /** Look at the cause; report it if it is a fault of this program. */
        REPORT
    }

    /**
     * A step about nothing in particular.
     *
     * @param kind which
     * @return the step
     */
    public static NextStep of(Kind kind) {
        return new NextStep(kind, null);
    }

    /**
     * The step for a reader, without the name of any option.
     *
     * @return one sentence, or two
     */
    public String plainWords() {
        return switch (kind) {
            case CHECK_ENDPOINT ->
                "Check the endpoint, and that DynamoDB or the proxy in the message runs there; then run again.";
            case CHECK_REGION ->
                "Check the region, the endpoint and the network (some know outside names only behind their proxy), then"
                        + " run again.";
            case CHECK_ROUTE ->
                "Name the proxy if this network needs one, or have its firewall let HTTPS to DynamoDB through (in a VPC:"
                        + " an endpoint for it); then run again.";
            case TRUST_CERTIFICATE ->
                "Have the authority trusted that signed the certificate (a proxy that looks inside has its own), by the"
                        + " trust store of the JVM; then run again.";
            case SIGN_IN_AT_PROXY -> "Give the user and password of the proxy, then run again.";
            case ASK_PROXY ->
                "Check the endpoint; have the proxy let HTTPS to DynamoDB through, or except its host from the proxy; then run"
                        + " again.";
            case CHECK_NETWORK ->
                "Check the network, then retry the failed ones: each is looked at before it is asked for.";
            case SIGN_IN ->
                "Sign in or set them: the SDK's default chain (AWS_PROFILE, AWS_ACCESS_KEY_ID, a role); then run again.";
            case RENEW_CREDENTIALS ->
                "Renew the credentials (for SSO: aws sso login), then run again: it goes on where it stopped.";
            case CHECK_CREDENTIALS -> "Check the credentials, then run again.";
            case ALLOW_ACTION -> "Allow " + subject + " on the table in the IAM policy, then retry the failed ones.";
            case ASK_WHO_DENIES ->
                "Ask whoever owns that policy: it denies " + subject + ". No IAM policy of these credentials can allow"
                        + " it; then retry the failed ones.";
            case ALLOW_KEY ->
                "Look at the key (aws kms describe-key): it has to be enabled, and its policy has to let these credentials"
                        + " use it through DynamoDB (kms:Decrypt, kms:DescribeKey, kms:CreateGrant); then retry the failed"
                        + " ones.";
            case USE_ACCOUNT ->
                "Use the credentials of account " + subject + ", or correct the account that is expected.";
            case ALLOW_CALLER_IDENTITY -> "Allow sts:GetCallerIdentity, or check the credentials; then run again.";
            case FIND_TABLE ->
                "Check account, region and the table's name; or let missing tables be created; then retry.";
            case GIVE_WHOLE_TABLE ->
                "Give the whole table in the definition: \"" + subject + "\": {\"KeySchema\": […],"
                        + " \"AttributeDefinitions\": […], \"GlobalSecondaryIndexes\": […]}.";
            case CREATE_TABLE_ELSEWHERE ->
                "Create the table with the tool that owns its definition, then run again for its indexes.";
            case ASK_WHO_DELETES_TABLE ->
                "Find out who deletes it and whether it is to come back, then retry the failed ones.";
            case ASK_WHO_DELETES_INDEX ->
                "Find out who deletes it (CloudTrail: UpdateTable), then retry the failed ones.";
            case BRING_TABLE_BACK -> "Bring the table back to ACTIVE, then retry the failed ones.";
            case LOOK_AT_TABLE ->
                "Look at the table (aws dynamodb describe-table); if it is an emulator, use another one.";
            case CORRECT_DEFINITION -> "Correct the definition as the message says, then run again.";
            case CORRECT_TABLE -> "Correct the definition or the table's name, then retry the failed ones.";
            case CORRECT_ATTRIBUTE_TYPE ->
                "Write AttributeType " + subject + " in the definition, or use another attribute.";
            case GIVE_ATTRIBUTE_TYPE ->
                "Add {\"AttributeName\": \"" + subject + "\", \"AttributeType\": \"S\"} (or N, B) to the"
                        + " AttributeDefinitions.";
            case REPLACE_OR_RENAME_INDEX ->
                "Correct the definition, give the index a new name, or delete the live one yourself"
                        + " (aws dynamodb update-table); then run again.";
            case MEND_ITEMS -> "Write those items without the attribute, or delete them; then retry.";
            case MEND_STUCK_INDEX ->
                "Delete the index, write such items without the attribute, and look for indexes that other code adds; then"
                        + " retry.";
            case NAME_IT_AGAIN -> "Look at what is live; if it is to go all the same, name it once more.";
            case LOWER_CAPACITY -> "Run again, or lower it by hand: " + subject;
            case LEAVE_OUT_BACKFILL_CAPACITY ->
                "Leave out the write capacity for builds, or work on the provisioned tables only.";
            case MAKE_ROOM_FOR_INDEX ->
                "Delete an index that nobody uses, or have the quota raised (Service Quotas), then retry.";
            case MAKE_ROOM_FOR_TABLE ->
                "Delete a table that nobody uses, or have the quota raised (Service Quotas), then retry.";
            case ASK_FOR_LESS_CAPACITY ->
                "Ask for less capacity, or have the quota raised (Service Quotas), then retry.";
            case TRY_LATER -> "Retry the failed ones later; if it goes on, ask AWS support with this message.";
            case MEND_STATE -> "Mend what the message names, then run again: it goes on where it stopped.";
            case CHOOSE_STATE -> "Take the one that lies outside in, or say that it is not to be; then run again.";
            case KEEP_STATE_APART ->
                "Use the account, region and endpoint that the state is about, or keep a second state beside it.";
            case RUN_AGAIN -> "Run again: it goes on where it stopped.";
            case REPORT -> "Look at the cause; if it doesn't explain it, report it as a bug.";
        };
    }
}
