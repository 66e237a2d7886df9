package dev.ensuregsis.local;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * DynamoDB Local in this JVM, in memory, on a free port of the loopback address. It sends no telemetry, prints nothing
 * and leaves no file behind. One server can hold any number of databases, told apart by the access key. A server that is
 * never closed keeps the JVM alive: DynamoDB Local has a thread for each database that nobody else can make a daemon.
 *
 * <p>{@link #start()}, {@link #uri()} and {@link #close()} need nothing but JDK types, so that they can be called in a
 * class loader of their own.
 */
public final class EmbeddedServer implements LocalServer {

    private final AutoCloseable http;
    private final URI uri;
    private final Databases databases;

    EmbeddedServer(AutoCloseable http, URI uri, Databases databases) {
        this.http = http;
        this.uri = uri;
        this.databases = databases;
    }

    /**
     * Starts a server whose databases have the {@linkplain DatabaseOptions#DEFAULT default options}.
     *
     * @return the server, answering
     * @throws LocalServerException if it can't be started
     */
    public static EmbeddedServer start() {
        return start(DatabaseOptions.DEFAULT);
    }

    /**
     * Starts a server. The system chooses the port while binding it, so servers that start together never meet.
     *
     * @param options what its databases show of AWS: the shared one, and those for which nothing else is said
     * @return the server, answering
     * @throws LocalServerException if it can't be started
     */
    public static EmbeddedServer start(DatabaseOptions options) {
        // log4j-api and DynamoDB Local look for classes in the context class loader, which needn't know them.
        var thread = Thread.currentThread();
        var callersLoader = thread.getContextClassLoader();
        thread.setContextClassLoader(EmbeddedServer.class.getClassLoader());
        try {
            QuietLog4j.prepare();
            return listen(options);
        } catch (Exception | LinkageError e) {
            throw new LocalServerException("DynamoDB Local could not be started in this JVM: " + e, e);
        } finally {
            thread.setContextClassLoader(callersLoader);
        }
    }

    /**
     * We can't go through DynamoDB Local's own ServerRunner: it wants a port beforehand, listens on all addresses, prints
     * a banner and sends telemetry.
     */
    private static EmbeddedServer listen(DatabaseOptions options) throws IOException {
        var databases = LongNames.allowedIn(() -> new Databases(options));
        var requests = LongNames.allowedIn(() -> new JsonRequests(databases));
        var http = LoopbackHttp.answering(requests::answer);
        return new EmbeddedServer(http, http.uri(), databases);
    }

    /**
     * Where the server listens.
     *
     * @return scheme, address and port
     */
    public URI uri() {
        return uri;
    }

    @Override
    public DynamoDbEndpoint shared() {
        return DynamoDbEndpoint.at(uri);
    }

    @Override
    public LocalDatabase newDatabase() {
        return newDatabase(databases.options());
    }

    /**
     * Makes a database that only the holder of its access key sees.
     *
     * @param options what it shows of AWS
     * @return the new, empty database; close it to give back what it holds
     */
    public LocalDatabase newDatabase(DatabaseOptions options) {
        var key = databases.open(options);
        return new IsolatedDatabase(shared().withKey(key), databases);
    }

    @Override
    public Optional<InProcessDatabase> inProcess(DynamoDbEndpoint database) {
        return Optional.of(databases.of(database.accessKeyId()));
    }

    @Override
    public void close() {
        try (databases) {
            http.close();
        } catch (Exception e) {
            throw new LocalServerException("DynamoDB Local at " + uri + " could not be stopped: " + e, e);
        }
    }
}
