package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.LockPolicy;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.engine.state.StateStores;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.console.Line;
import dev.ensuregsis.maven.internal.console.RunPart;
import dev.ensuregsis.maven.internal.option.ConnectionOptions;
import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.option.StateChoice;
import dev.ensuregsis.maven.internal.option.StateTable;
import dev.ensuregsis.maven.internal.option.TableOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;

/** Opens the state that the user means. */
@Named
public final class StateOpener {
    /** Longer than most indexes take, and not for ever. */
    private static final Duration LONGEST_TURN = Duration.ofHours(12);

    private static final String STATE_FILE = ".gsi_creation_state.json";

    private final Connector connector;

    @Inject
    StateOpener(Connector connector) {
        this.connector = connector;
    }

    /** That of a goal which looks at tables. The embedded server ends with the session, and so does what is recorded of it. */
    OpenState open(TableOptions options, Invocation invocation) throws RefusedException, IOException {
        return isInMemory(options)
                ? new OpenState(GsiStateManager.inMemory(name(options.state(), invocation.build())), null)
                : open(options.state(), options.connection(), invocation);
    }

    private static boolean isInMemory(TableOptions options) {
        return options.connection().isEmbedded()
                && options.state().directory() == null
                && options.state().table() == null;
    }

    /** Which part a run was about that is over, of what is recorded now too. */
    RunPart part(Assignment assignment, TableOptions options, Invocation invocation)
            throws RefusedException, IOException {
        return part(assignment.definitions(), assignment.selected().indexIds().size(), options, invocation);
    }

    /** The same of a run that was about so many of what is defined. */
    RunPart part(Definitions definitions, int selected, TableOptions options, Invocation invocation)
            throws RefusedException, IOException {
        if (options.state().table() != null) {
            // What stays there stays: nobody looks for a file.
            return new RunPart(definitions.indexIds().size(), selected, false, List.of());
        }
        try (var opened = open(options, invocation)) {
            var state = opened.manager();
            state.initializeGsis(definitions);
            return new RunPart(
                    definitions.indexIds().size(), selected, state.loaded().isPresent(), state.getUnfinishedOfOthers());
        }
    }

    /** The indexes that the state has entries of, defined or not. */
    List<IndexId> recorded(TableOptions options, Invocation invocation) throws RefusedException, IOException {
        try (var state = open(options, invocation)) {
            return state.manager().getAllGsis().stream().map(GsiEntry::id).toList();
        }
    }

    /** That which outlives the run, in a file or in a table. */
    OpenState open(StateChoice state, ConnectionOptions tables, Invocation invocation)
            throws RefusedException, IOException {
        var table = state.table();
        return table == null
                ? new OpenState(manager(state, file(state, invocation), invocation), null)
                : inTable(table, state, tables, invocation);
    }

    private OpenState inTable(StateTable table, StateChoice state, ConnectionOptions tables, Invocation invocation)
            throws RefusedException, IOException {
        var connection = invocation.connect(connector, table.connection(tables));
        try {
            var options = dev.ensuregsis.engine.state.TableOptions.DEFAULT
                    .withLocking(locking(state, invocation))
                    .withCreateTable(table.create());
            var name = name(state, invocation.build());
            var store = StateStores.inTable(name, connection.client(), table.name(), options);
            return new OpenState(manager(state, besideFile(store, state, invocation), invocation), connection);
        } catch (RuntimeException | Error first) {
            try (connection) {
                throw first;
            }
        }
    }

    private static StateStore besideFile(StateStore store, StateChoice state, Invocation invocation) {
        var file = directory(state, invocation.build()).resolve(STATE_FILE);
        var takesIn = state.takesFileIn();
        if (!Files.exists(file) || Boolean.FALSE.equals(takesIn)) {
            return store;
        }
        if (takesIn == null) {
            invocation
                    .console()
                    .print(
                            List.of(
                                    Line.warning(
                                            "There is a state file, which is not gone on with: " + file
                                                    + ". gsi.importState=true takes it into the table, gsi.importState=false leaves it alone.")));
            return StateStores.refusingTwo(store, file(state, invocation));
        }
        return StateStores.takingIn(store, file(state, invocation));
    }

    private static GsiStateManager manager(StateChoice state, StateStore store, Invocation invocation) {
        return new GsiStateManager(name(state, invocation.build()), store, InstantSource.system());
    }

    private static StateStore file(StateChoice state, Invocation invocation) {
        return StateStores.inFile(
                name(state, invocation.build()), directory(state, invocation.build()), locking(state, invocation));
    }

    /** Modules of one build that share a state take turns; another process is waited for as long as is said. */
    private static StateOptions locking(StateChoice state, Invocation invocation) {
        var options = StateOptions.DEFAULT.withActivity(
                "gsi:" + invocation.build().typed().goal());
        var patient = state.lockTimeout().isZero()
                ? options.withLockPolicy(LockPolicy.TAKE_TURNS_IN_THIS_JVM).withLongestWait(LONGEST_TURN)
                : options.withLockPolicy(LockPolicy.TAKE_TURNS).withLongestWait(state.lockTimeout());
        return state.table() == null && state.lockTimeout().isZero()
                ? patient
                : patient.withWaitingListener(owner -> invocation.console().print(waitingFor(owner)));
    }

    private static String waitingFor(Optional<LockOwner> owner) {
        return "The state is in use by " + owner.map(LockOwner::toString).orElse("another process")
                + ": watching whether it lives.";
    }

    /** Where the state file lies. */
    static Path directory(StateChoice state, Build build) {
        var root = build.workplace().root();
        return state.directory() == null ? root : root.resolve(state.directory());
    }

    private static String name(StateChoice state, Build build) {
        return state.scriptName() == null ? build.workplace().name() : state.scriptName();
    }
}
