package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.ClientControlPlane;
import dev.ensuregsis.engine.ClientTableItems;
import dev.ensuregsis.engine.DynamoDbLocalControlPlane;
import dev.ensuregsis.maven.internal.embedded.EmbeddedControlPlane;
import dev.ensuregsis.maven.internal.network.Network;
import dev.ensuregsis.maven.internal.network.SdkNetwork;
import dev.ensuregsis.maven.internal.network.SettingsProxies;
import dev.ensuregsis.maven.internal.option.ConnectionOptions;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.util.List;
import javax.inject.Named;

/** Connects a goal with the DynamoDB that the user means. */
@Named
public final class Connector {

    /**
     * Connects. What is missing is found before anything is asked.
     *
     * @param options what the user says
     * @param login where and as whom
     * @param proxies the proxies of the settings
     * @return the connection; the caller's to close
     * @throws LoginException if no region or no credentials are found
     * @throws RefusedException if the way there can't be understood
     */
    public Connection connect(ConnectionOptions options, Login login, SettingsProxies proxies) throws RefusedException {
        var configured = AwsConfiguration.of(login, System.getenv());
        var complete = login.endpoint() == null ? login.at(configured.endpoint()) : login;
        var network = network(complete, configured, proxies);
        var client = DynamoDb.connect(complete, network);
        var routed = new RoutedControlPlane(
                new ClientControlPlane(client, () -> CallerAccount.of(client, network)), network);
        var controlPlane = options.isEmbedded() ? new EmbeddedControlPlane(routed) : routed;
        var items = new RoutedTableItems(
                new ClientTableItems(client, controlPlane), new Route(controlPlane.target(), network));
        return new Connection(
                () -> options.isEmbedded() ? new DynamoDbLocalControlPlane(controlPlane, client) : controlPlane,
                items,
                client,
                CloudWatchProgress.of(client, controlPlane, network));
    }

    /** Nothing of the settings is needed, so nothing of them is read or refused, on the way to this machine. */
    private static Network network(Login login, AwsConfiguration configured, SettingsProxies proxies)
            throws RefusedException {
        var endpoint = login.endpoint();
        // A profile may get its credentials from elsewhere.
        if (login.isHere() && login.profile() == null && endpoint != null && "http".equals(endpoint.getScheme())) {
            return Network.toThisMachine();
        }
        var network = Network.of(
                login.isHere() ? List.of() : proxies.active(),
                configured.certificates(),
                System.getProperties(),
                System.getenv());
        if (!login.isHere() || login.profile() != null) {
            SdkNetwork.use(network);
        }
        return network;
    }
}
