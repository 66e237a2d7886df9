package dev.ensuregsis.local;

import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local as others start it: with its own request handler, and so with one database for all, or one for each
 * pair of access key and region.
 */
public final class ForeignServer implements AutoCloseable {
    private final Server http;
    private final LocalDynamoDBRequestHandler requests;
    private final URI uri;

    private ForeignServer(Server http, LocalDynamoDBRequestHandler requests, URI uri) {
        this.http = http;
        this.requests = requests;
        this.uri = uri;
    }

    /** Starts one, with or without its option {@code -sharedDb}. */
    public static ForeignServer withSharedDb(boolean sharedDb) throws Exception {
        QuietLog4j.prepare();
        var requests = new LocalDynamoDBRequestHandler(0, true, null, sharedDb, false);
        var http = new Server();
        var connector = new ServerConnector(http);
        connector.setHost("127.0.0.1");
        http.addConnector(connector);
        http.setHandler(new LocalDynamoDBServerHandler(requests, null));
        http.start();
        return new ForeignServer(http, requests, URI.create("http://127.0.0.1:" + connector.getLocalPort()));
    }

    /** Where it listens. */
    public URI uri() {
        return uri;
    }

    @Override
    public void close() throws Exception {
        http.stop();
        requests.shutdown();
    }
}
