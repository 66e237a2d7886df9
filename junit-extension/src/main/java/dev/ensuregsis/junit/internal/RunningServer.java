package dev.ensuregsis.junit.internal;

import dev.ensuregsis.local.DatabaseOptions;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalServer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** A server that runs for a test run, with its shared database. Thread-safe. */
final class RunningServer implements AutoCloseable {
    private final LocalServer server;
    private @Nullable Attempt<EnsuredDatabase> shared;

    RunningServer(LocalServer server) {
        this.server = server;
    }

    /** The database that everybody shares; closed with the server. */
    synchronized EnsuredDatabase shared() {
        if (shared == null) {
            shared = Attempt.at(() -> EnsuredDatabase.shared(server));
        }
        return shared.get();
    }

    /**
     * A database that only who asked for it sees, and has to close.
     *
     * @param options what it shows of AWS, where the server is embedded; others show what they show
     */
    EnsuredDatabase newDatabase(DatabaseOptions options) {
        var made = server instanceof EmbeddedServer embedded ? embedded.newDatabase(options) : server.newDatabase();
        return EnsuredDatabase.owned(server, made);
    }

    @Override
    public synchronized void close() throws Exception {
        var things = new ArrayDeque<AutoCloseable>();
        if (shared != null) {
            things.add(shared);
        }
        things.add(server);
        Closing.all(things);
    }
}
