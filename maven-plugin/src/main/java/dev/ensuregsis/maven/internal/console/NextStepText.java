package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.event.NextStep;

/** What to do next, by the options with which it is done here. */
public final class NextStepText {
    private static final String PROXY = "a <proxy> in Maven's settings.xml, -Dhttps.proxyHost=…, HTTPS_PROXY";

    private NextStepText() {}

    /**
     * The step for a reader.
     *
     * @param step which
     * @return a sentence or two
     */
    public static String of(NextStep step) {
        return switch (step.kind()) {
            case CHECK_ENDPOINT ->
                "Correct gsi.endpoint (or what else names it), or the setting in the message that names the proxy, or start"
                        + " what is to run there; then run again.";
            case CHECK_REGION ->
                "Check the region (gsi.region) and the endpoint (gsi.endpoint); where only a proxy knows outside names,"
                        + " name it (" + PROXY + "); then run again.";
            case CHECK_ROUTE ->
                "If this network needs a proxy, name it: " + PROXY
                        + ". Else have its firewall let HTTPS to DynamoDB through"
                        + " (in a VPC: an endpoint for it). Then run again.";
            case TRUST_CERTIFICATE ->
                "Have the authority trusted that signed the certificate (a proxy that looks inside has its own):"
                        + " AWS_CA_BUNDLE=FILE.pem, ca_bundle in the profile, or -Djavax.net.ssl.trustStore=FILE in"
                        + " MAVEN_OPTS; then run again.";
            case SIGN_IN_AT_PROXY ->
                "Give the proxy's user and password where it is named: username and password of the <proxy> in"
                        + " settings.xml, https.proxyUser and https.proxyPassword, or HTTPS_PROXY=http://user:password@host:port;"
                        + " then run again.";
            case ASK_PROXY ->
                "Check the endpoint (gsi.endpoint); have the proxy let HTTPS to DynamoDB through, or except its host: nonProxyHosts of the <proxy>,"
                        + " -Dhttp.nonProxyHosts=…, NO_PROXY; then run again.";
            case SIGN_IN ->
                "Sign in or set them: gsi.profile, gsi.serverId, or the SDK's default chain"
                        + " (AWS_PROFILE, AWS_ACCESS_KEY_ID, a role); then run again.";
            case USE_ACCOUNT ->
                "gsi.account is " + step.subject() + ": use that account's credentials (gsi.profile), or correct it.";
            case FIND_TABLE ->
                "Check account, region, gsi.tableNamePrefix and the table's name; or let missing tables be created:"
                        + " gsi.createTables=true.";
            case KEEP_STATE_APART ->
                "Use the account, region and endpoint that the state is about, or keep a second state beside it:"
                        + " gsi.stateDir.";
            case MEND_STATE ->
                "Mend what the message names (a missing table: gsi.createStateTable=true), or keep the state elsewhere"
                        + " (gsi.stateDir, gsi.state), then run again: it goes on where it stopped.";
            case CHOOSE_STATE ->
                "To take the file into the table: gsi.importState=true; to leave it alone: gsi.importState=false.";
            case REPLACE_OR_RENAME_INDEX ->
                "Without an outage: define it under a new name, create that, switch the readers, then delete the old one"
                        + " (gsi:delete). With one: mvn gsi:replace -Dgsi.indexes="
                        + (step.subject() == null ? "table/index" : step.subject()) + ". Or correct the definition.";
            case LEAVE_OUT_BACKFILL_CAPACITY ->
                "Leave out gsi.backfillWriteCapacity, or name the provisioned tables with gsi.tables.";
            case REPORT -> "Run again with -e for the details; if they don't explain it, report them as a bug.";
            case CHECK_NETWORK,
                    RENEW_CREDENTIALS,
                    CHECK_CREDENTIALS,
                    ALLOW_ACTION,
                    ASK_WHO_DENIES,
                    ALLOW_KEY,
                    ALLOW_CALLER_IDENTITY,
                    GIVE_WHOLE_TABLE,
                    CREATE_TABLE_ELSEWHERE,
                    ASK_WHO_DELETES_TABLE,
                    ASK_WHO_DELETES_INDEX,
                    BRING_TABLE_BACK,
                    LOOK_AT_TABLE,
                    CORRECT_DEFINITION,
                    CORRECT_TABLE,
                    CORRECT_ATTRIBUTE_TYPE,
                    GIVE_ATTRIBUTE_TYPE,
                    MEND_ITEMS,
                    MEND_STUCK_INDEX,
                    NAME_IT_AGAIN,
                    LOWER_CAPACITY,
                    MAKE_ROOM_FOR_INDEX,
                    MAKE_ROOM_FOR_TABLE,
                    ASK_FOR_LESS_CAPACITY,
                    TRY_LATER,
                    RUN_AGAIN -> step.plainWords();
        };
    }
}
