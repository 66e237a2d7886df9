package dev.ensuregsis.maven;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.Selection;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.internal.control.SdkControlPlane;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.maven.internal.aws.CallerAccount;
import dev.ensuregsis.maven.internal.aws.DynamoDb;
import dev.ensuregsis.maven.internal.aws.LoginException;
import dev.ensuregsis.maven.internal.embedded.EmbeddedDynamoDb;
import dev.ensuregsis.maven.internal.report.ReportFile;
import java.io.IOException;
import java.net.URI;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A goal whose input has been read and found good, on its way to look at tables.
 *
 * @param mojo the goal
 * @param workplace where it works
 * @param definitions all that is defined
 * @param selection which of it to work on
 * @param account the account that the tables have to belong to; null for any
 * @param url the endpoint that the user gave; null for AWS's own and for the embedded one
 * @param report where the outcome is written as JSON; null if nowhere
 */
record TableGoal(
        TableMojo mojo,
        Workplace workplace,
        Definitions definitions,
        Selection selection,
        @Nullable String account,
        @Nullable URI url,
        @Nullable ReportFile report) {

    DynamoDbClient connect() throws LoginException, RefusedException, IOException {
        return DynamoDb.connect(mojo.login(url));
    }

    /** The state that a run keeps. The embedded server ends with the session, and so does what is recorded of it. */
    GsiStateManager openState() {
        var name = mojo.scriptName == null ? workplace.name() : mojo.scriptName;
        return mojo.isEmbedded() && mojo.stateDir == null
                ? GsiStateManager.inMemory(name)
                : new GsiStateManager(
                        name,
                        mojo.stateDirectory(workplace),
                        StateOptions.DEFAULT.withActivity("gsi:" + mojo.goalName()));
    }

    ControlPlane controlPlane(DynamoDbClient client) {
        var controlPlane = new SdkControlPlane(client, () -> CallerAccount.of(client));
        return mojo.isEmbedded() ? new EmbeddedDynamoDb(controlPlane) : controlPlane;
    }

    GsiEngine.Builder engine(GsiStateManager state, ControlPlane controlPlane) {
        return GsiEngine.builder()
                .controlPlane(controlPlane)
                .state(state)
                .selection(selection)
                .expectedAccount(account);
    }

    /** Writes the report, and ends the build red if there is a complaint. */
    void finish(ReportFile.Content content, @Nullable String complaint) throws IOException, MojoFailureException {
        if (report != null) {
            report.write(content);
        }
        if (complaint != null) {
            throw new MojoFailureException(complaint);
        }
    }
}
