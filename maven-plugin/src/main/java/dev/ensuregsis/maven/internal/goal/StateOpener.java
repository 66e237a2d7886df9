package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.LockPolicy;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.console.RunPart;
import dev.ensuregsis.maven.internal.option.StateChoice;
import dev.ensuregsis.maven.internal.option.TableOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.inject.Named;

/** Opens the state that the user means. */
@Named
public final class StateOpener {
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

    /** Which part a run was about that is over, of what is recorded now too. */
    RunPart part(Assignment assignment, TableOptions options, Build build) {
        return part(assignment.definitions(), assignment.selected().indexIds().size(), options, build);
    }

    /** The same of a run that was about so many of what is defined. */
    RunPart part(Definitions definitions, int selected, TableOptions options, Build build) {
        try (var state = open(options, build)) {
            state.initializeGsis(definitions);
            return new RunPart(
                    definitions.indexIds().size(), selected, state.loaded().isPresent(), state.getUnfinishedOfOthers());
        }
    }

    /** The indexes that the state has entries of, defined or not. */
    List<IndexId> recorded(TableOptions options, Build build) {
        try (var state = open(options, build)) {
            return state.getAllGsis().stream().map(GsiEntry::id).toList();
        }
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
