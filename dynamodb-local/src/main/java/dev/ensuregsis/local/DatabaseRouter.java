package dev.ensuregsis.local;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Sends each request to the database of its access key: minted keys have one each, all other keys share one. A database
 * per key inside one request handler of DynamoDB Local is never given back; a handler per database is.
 */
final class DatabaseRouter extends Handler.Abstract {

    private final InMemoryDatabase shared = new InMemoryDatabase();
    private final Map<String, InMemoryDatabase> isolated = new ConcurrentHashMap<>();
    private final MintedKeys keys = new MintedKeys();

    /** Opens a database of its own and tells where it is reached. */
    LocalDatabase open(URI uri) {
        var key = keys.mint();
        isolated.put(key, new InMemoryDatabase());
        return new Isolated(DynamoDbEndpoint.of(uri, DynamoDbEndpoint.DEFAULT_REGION, key));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var key = accessKey(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        var database = isolated.get(key);
        if (database == null) {
            if (keys.minted(key)) {
                refuse(response, callback);
                return true;
            }
            database = shared;
        }
        return database.handle(request, response, callback);
    }

    void closeAll() {
        isolated.keySet().forEach(this::close);
        shared.close();
    }

    private void close(String key) {
        var database = isolated.remove(key);
        if (database != null) {
            database.close();
        }
    }

    /** A client that outlives its test must not end up in the shared database, where it would disturb others. */
    private static void refuse(Response response, Callback callback) {
        response.setStatus(HttpStatus.BAD_REQUEST_400);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.0");
        response.write(true, ByteBuffer.wrap("""
                        {"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",\
                        "message":"This database was closed together with the test that it was made for."}""".getBytes(StandardCharsets.UTF_8)), callback);
    }

    /** The access key of a header such as {@code AWS4-HMAC-SHA256 Credential=KEY/20260101/us-east-1/...}. */
    static String accessKey(@Nullable String authorization) {
        if (authorization == null) {
            return "";
        }
        var start = authorization.indexOf('=') + 1;
        var end = authorization.indexOf('/', start);
        return end < 0 ? "" : authorization.substring(start, end);
    }

    private final class Isolated implements LocalDatabase {

        private final DynamoDbEndpoint endpoint;

        Isolated(DynamoDbEndpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public DynamoDbEndpoint endpoint() {
            return endpoint;
        }

        @Override
        public void close() {
            DatabaseRouter.this.close(endpoint.accessKeyId());
        }
    }
}
