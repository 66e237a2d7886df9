package dev.ensuregsis.local;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** One database of DynamoDB Local, in memory, for all keys and regions that are sent to it. */
final class InMemoryDatabase implements AutoCloseable {

    private static final int ANY_AUTHORITY = 0;

    private final LocalDynamoDBRequestHandler requests;
    private final LocalDynamoDBServerHandler http;

    InMemoryDatabase() {
        requests = new LocalDynamoDBRequestHandler(ANY_AUTHORITY, true, null, true, false);
        http = new LocalDynamoDBServerHandler(requests, null);
    }

    boolean handle(Request request, Response response, Callback callback) throws Exception {
        return http.handle(request, response, callback);
    }

    @Override
    public void close() {
        requests.shutdown();
    }
}
