package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.ClientControlPlane;
import dev.ensuregsis.maven.internal.embedded.EmbeddedControlPlane;
import dev.ensuregsis.maven.internal.embedded.EmbeddedDatabase;
import dev.ensuregsis.maven.internal.option.ConnectionOptions;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import javax.inject.Named;

/** Connects a goal with the DynamoDB that the user means. */
@Named
public final class Connector {

    /**
     * Connects. What is missing is found before anything is asked.
     *
     * @param options what the user says
     * @param embedded starts the embedded server
     * @param keys the access keys of the settings
     * @return the connection; the caller's to close
     * @throws LoginException if no region or no credentials are found
     * @throws RefusedException if the settings don't have the key that the options name
     * @throws IOException if the embedded server can't be started
     */
    public Connection connect(ConnectionOptions options, EmbeddedDatabase embedded, ServerKeys keys)
            throws RefusedException, IOException {
        var client = DynamoDb.connect(new LoginChooser(embedded, keys).choose(options));
        var controlPlane = new ClientControlPlane(client, () -> CallerAccount.of(client));
        return new Connection(options.isEmbedded() ? new EmbeddedControlPlane(controlPlane) : controlPlane, client);
    }
}
