package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.LockPolicy;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.option.StateChoice;
import dev.ensuregsis.maven.internal.option.TableOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.inject.Named;

/** Opens the state that the user means. */
@Named
public final class StateOpener {
    private static final String STATE_FILE = ".gsi_creation_state.json";

    /** Longer than most indexes take, and not for ever. */
    private static final Duration LONGEST_TURN = Duration.ofHours(12);

    /** That of a goal which looks at tables. The embedded server ends with the session, and so does what is recorded of it. */
    GsiStateManager open(TableOptions options, Build build) {
        var state = options.state();
        return isInMemory(options) ? GsiStateManager.inMemory(name(state, build)) : openFile(state, build);
    }

    private static boolean isInMemory(TableOptions options) {
        return options.connection().isEmbedded() && options.state().directory() == null;
    }

    /** Whether there is a state that outlives the run. */
    boolean isKept(TableOptions options, Build build) {
        return !isInMemory(options)
                && Files.exists(directory(options.state(), build).resolve(STATE_FILE));
    }

    /** The state file. */
    GsiStateManager openFile(StateChoice state, Build build) {
        return new GsiStateManager(
                name(state, build),
                directory(state, build),
                // Modules of one build that share a state take turns; another process is refused.
                StateOptions.DEFAULT
                        .withActivity("gsi:" + build.typed().goal())
                        .withLockPolicy(LockPolicy.TAKE_TURNS_IN_THIS_JVM)
                        .withLongestWait(LONGEST_TURN));
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
