package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.ClientControlPlane;
import dev.ensuregsis.engine.DynamoDbLocalControlPlane;
import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.LockPolicy;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.junit.EnsureGsisException;
import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.InProcessDatabase;
import dev.ensuregsis.local.LocalDatabase;
import dev.ensuregsis.local.LocalServer;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** One database with its clients, and what was ensured in it. Thread-safe: classes that share it ensure one by one. */
final class EnsuredDatabase implements AutoCloseable {
    private final DynamoDbEndpoint endpoint;
    private final Clients clients;
    private final Optional<InProcessDatabase> inProcess;
    private final StillInPlace stillInPlace = new StillInPlace();
    private final Deque<AutoCloseable> whenClosed = new ConcurrentLinkedDeque<>();
    private @Nullable Wanted ensured;

    private EnsuredDatabase(LocalServer server, DynamoDbEndpoint endpoint) {
        this.endpoint = endpoint;
        this.inProcess = server.inProcess(endpoint);
        this.clients = new Clients(endpoint, inProcess.flatMap(InProcessDatabase::indexLag));
        whenClosed(clients);
    }

    /** The one that everybody's tables are in. */
    static EnsuredDatabase shared(LocalServer server) {
        return new EnsuredDatabase(server, server.shared());
    }

    /** One that is made for this, and is thrown away when it is closed. */
    static EnsuredDatabase owned(LocalServer server, LocalDatabase made) {
        var database = new EnsuredDatabase(server, made.endpoint());
        database.whenThrownAway(made);
        return database;
    }

    DynamoDbEndpoint endpoint() {
        return endpoint;
    }

    Object get(Injectable injectable) {
        return clients.get(injectable);
    }

    /**
     * Ensures what is wanted beside what is there already.
     *
     * @throws EnsureGsisException if it contradicts what an earlier class defined, or can't be ensured
     */
    synchronized void ensure(Wanted wanted) {
        var tableChanges = inProcess.map(InProcessDatabase::tableChanges);
        if (tableChanges
                .filter(count -> stillInPlace.has(wanted.definitions(), count))
                .isPresent()) {
            return;
        }
        var all = ensured == null ? wanted.definitions() : together(ensured, wanted);
        RunFailure.of(wanted.who(), run(wanted), wanted.definitions().unread()).ifPresent(failure -> {
            throw failure;
        });
        ensured = new Wanted(
                Optional.ofNullable(ensured).map(Wanted::who).orElse(wanted.who()), wanted.configuration(), all);
        tableChanges.ifPresent(count -> stillInPlace.add(wanted.definitions(), count));
    }

    private RunReport run(Wanted wanted) {
        try (var state = state(wanted)) {
            var engine = GsiEngine.builder()
                    .controlPlane(controlPlane())
                    .listener(inProcess.isPresent() ? GsiListener.SILENT : SlowBuild.toLog())
                    .createTables(true)
                    .state(state);
            var report = engine.build().ensure(wanted.definitions());
            // Who runs a test again wants just that: what an earlier run gave up is tried anew.
            return leftFailed(report) ? engine.retryFailed(true).build().ensure(wanted.definitions()) : report;
        }
    }

    private ControlPlane controlPlane() {
        return inProcess
                .<ControlPlane>map(
                        database -> new DynamoDbLocalControlPlane(new InProcess(database, endpoint), database.client()))
                // Local whatever its host: nothing else gets past the check of the endpoint.
                .orElseGet(() -> ClientControlPlane.ofEmulator(clients.client()));
    }

    private static boolean leftFailed(RunReport report) {
        return report.indexes().stream().anyMatch(index -> index.outcome() == IndexReport.Outcome.LEFT_FAILED);
    }

    /** Test JVMs that start together take turns. */
    private static GsiStateManager state(Wanted wanted) {
        var directory = wanted.configuration().stateDir();
        return directory == null
                ? GsiStateManager.inMemory(wanted.who())
                : new GsiStateManager(
                        wanted.who(),
                        directory,
                        StateOptions.DEFAULT.withActivity("@EnsureGsis").withLockPolicy(LockPolicy.TAKE_TURNS));
    }

    private static Definitions together(Wanted earlier, Wanted later) {
        try {
            return DefinitionReader.builder()
                    .build()
                    .read(List.of(
                            DefinitionSource.tables(earlier.definitions().tables()),
                            DefinitionSource.tables(later.definitions().tables())));
        } catch (DefinitionException e) {
            throw new EnsureGsisException(
                    later.who() + " shares its database with " + earlier.who()
                            + ", which ran before, and defines something otherwise:" + System.lineSeparator()
                            + e.getMessage() + System.lineSeparator()
                            + "Make the two agree, or give one of them isolation = Isolation.CLASS.",
                    null);
        }
    }

    /** The last step of all. */
    private void whenThrownAway(AutoCloseable step) {
        whenClosed.addLast(step);
    }

    /** Adds what is to be done when this is closed, before what was added earlier. */
    void whenClosed(AutoCloseable step) {
        whenClosed.push(step);
    }

    @Override
    public void close() throws Exception {
        Closing.all(whenClosed);
    }
}
