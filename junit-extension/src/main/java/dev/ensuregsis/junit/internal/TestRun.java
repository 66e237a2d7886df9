package dev.ensuregsis.junit.internal;

import dev.ensuregsis.junit.EnsureGsisException;
import dev.ensuregsis.junit.Server;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** What all classes of one test run have in common: the servers, and what is published. Thread-safe. */
final class TestRun implements AutoCloseable {
    static final Namespace NAMESPACE = Namespace.create(TestRun.class);

    private final Map<ServerChoice, Attempt<RunningServer>> servers = new ConcurrentHashMap<>();
    private final ReadDefinitions definitions = new ReadDefinitions();
    private final PublishedEndpoints published = new PublishedEndpoints();
    private final Map<Field, EnsuredDatabase> filledFields = new ConcurrentHashMap<>();
    private final ExecutorService background = oneDaemon();
    private volatile Future<?> startedAhead = CompletableFuture.completedFuture(null);

    private TestRun() {}

    /** The run that a context belongs to; it is closed with the run's own store. */
    static TestRun of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestRun.class, key -> new TestRun(), TestRun.class);
    }

    /**
     * The one server of a choice, started when it is first asked for.
     *
     * @throws EnsureGsisException if it can't be had, each who asks gets the same; or if it can't show what is asked for
     */
    RunningServer server(Configuration configuration) {
        var choice = Servers.HERE.decide(configuration.server());
        if (choice.kind() != Server.EMBEDDED) {
            configuration.refuseWhatOnlyAnEmbeddedServerShows(choice.kind());
        }
        return started(choice).get();
    }

    /**
     * Has the server of a choice start while something else is done, where nothing outside this JVM sees it. What comes of it, each
     * gets who asks for it.
     */
    void startAhead(Configuration configuration) {
        if (Servers.HERE.runsHere(configuration.server()) && servers.isEmpty()) {
            startedAhead = background.submit(() -> started(Servers.HERE.decide(configuration.server())));
        }
    }

    /** Whether the server that was to start ahead isn't there yet. */
    boolean isStarting() {
        return !startedAhead.isDone();
    }

    private Attempt<RunningServer> started(ServerChoice choice) {
        return servers.computeIfAbsent(
                choice, decided -> Attempt.at(() -> new RunningServer(Servers.HERE.start(decided))));
    }

    ReadDefinitions definitions() {
        return definitions;
    }

    PublishedEndpoints published() {
        return published;
    }

    /** The static fields that are filled now, each with the database of what it holds. */
    Map<Field, EnsuredDatabase> filledFields() {
        return filledFields;
    }

    /** For what a test isn't to wait for. One thread, which ends when it has had nothing to do for a second. */
    Executor background() {
        return background;
    }

    private static ExecutorService oneDaemon() {
        var executor = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var thread = new Thread(task, "ensure-gsis-next-database");
            thread.setDaemon(true);
            return thread;
        });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    @Override
    public void close() throws Exception {
        background.shutdown();
        // A server that is just starting is closed with the others.
        if (!background.awaitTermination(1, TimeUnit.MINUTES)) {
            background.shutdownNow();
        }
        Closing.all(new ArrayDeque<>(servers.values()));
    }
}
