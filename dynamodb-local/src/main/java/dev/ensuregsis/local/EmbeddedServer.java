package dev.ensuregsis.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local in this JVM, on the loopback address: in memory on a free port, unless it is told otherwise. It sends no
 * telemetry, prints nothing and leaves no file behind but in a folder that was named. One server can hold any number of databases, told apart by the access key. A server that is
 * never closed keeps the JVM alive: DynamoDB Local has a thread for each database that nobody else can make a daemon.
 *
 * <p>{@link #start(int, Path, String, Duration)}, {@link #uri()} and {@link #close()} need nothing but JDK types, so that they
 * can be called in a class loader of their own.
 */
public final class EmbeddedServer implements LocalServer {

    private final AutoCloseable http;
    private final URI uri;
    private final Databases databases;
    private final AutoCloseable place;

    EmbeddedServer(AutoCloseable http, URI uri, Databases databases) {
        this(http, uri, databases, () -> {});
    }

    private EmbeddedServer(AutoCloseable http, URI uri, Databases databases, AutoCloseable place) {
        this.http = http;
        this.uri = uri;
        this.databases = databases;
        this.place = place;
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
        return start(LoopbackHttp.FREE_PORT, null, options);
    }

    /**
     * Starts a server on a port, whose shared database may outlive it: a server that is started later with the same folder has
     * the same tables and items.
     *
     * @param port the port; 0 for a free one
     * @param folder what keeps the shared database, made where it is missing, for one server at a time; null for in memory
     * @param strict the name of a {@link Strict}
     * @param indexLag as {@link DatabaseOptions#indexLag()}; in memory only
     * @return the server, answering
     * @throws LocalServerException if it can't be started; because of a {@link java.net.BindException} if the port is taken
     * @throws IllegalArgumentException if there is no such strictness, or a folder is to lag
     */
    public static EmbeddedServer start(int port, @Nullable Path folder, String strict, @Nullable Duration indexLag) {
        if (folder != null && indexLag != null) {
            throw new IllegalArgumentException("Indexes that lag are in memory: leave out the lag, or the folder.");
        }
        return start(port, folder, new DatabaseOptions(Strict.valueOf(strict), indexLag));
    }

    private static EmbeddedServer start(int port, @Nullable Path folder, DatabaseOptions options) {
        // log4j-api and DynamoDB Local look for classes in the context class loader, which needn't know them.
        var thread = Thread.currentThread();
        var callersLoader = thread.getContextClassLoader();
        thread.setContextClassLoader(EmbeddedServer.class.getClassLoader());
        try {
            QuietLog4j.prepare();
            return folder == null ? inMemory(port, options) : keeping(folder, port, options);
        } catch (LocalServerException refused) {
            throw refused;
        } catch (Exception | LinkageError e) {
            throw new LocalServerException("DynamoDB Local could not be started in this JVM: " + e, e);
        } finally {
            thread.setContextClassLoader(callersLoader);
        }
    }

    private static EmbeddedServer inMemory(int port, DatabaseOptions options) throws IOException {
        return listen(port, LongNames.allowedIn(() -> new Databases(options)), () -> {});
    }

    private static EmbeddedServer keeping(Path folder, int port, DatabaseOptions options) throws IOException {
        var taken = DatabaseFolder.take(folder);
        try {
            return listen(port, LongNames.allowedIn(() -> Databases.sharedIn(taken.database(), options)), taken);
        } catch (IOException | RuntimeException | Error e) {
            Closing.after(e, taken);
            throw e;
        }
    }

    /**
     * We can't go through DynamoDB Local's own ServerRunner: it listens on all addresses, prints a banner and sends telemetry.
     */
    static EmbeddedServer listen(int port, Databases databases, AutoCloseable place) throws IOException {
        try {
            var requests = LongNames.allowedIn(() -> new JsonRequests(databases));
            var http = LoopbackHttp.answering(requests::answer, port);
            return new EmbeddedServer(http, http.uri(), databases, place);
        } catch (IOException | RuntimeException | Error e) {
            Closing.after(e, databases);
            throw e;
        }
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
    @SuppressWarnings("try") // They are named to be closed, and nothing else.
    public void close() {
        try (place;
                databases) {
            http.close();
        } catch (Exception e) {
            throw new LocalServerException("DynamoDB Local at " + uri + " could not be stopped: " + e, e);
        }
    }
}
