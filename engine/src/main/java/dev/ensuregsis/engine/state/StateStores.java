package dev.ensuregsis.engine.state;

import dev.ensuregsis.engine.internal.state.FileStateStore;
import dev.ensuregsis.engine.internal.state.InMemoryStateStore;
import dev.ensuregsis.engine.internal.state.LockRules;
import dev.ensuregsis.engine.internal.state.StateFile;
import dev.ensuregsis.engine.spi.Disk;
import dev.ensuregsis.engine.spi.StateStore;
import java.nio.file.Path;
import java.time.Duration;

/** The places that a state can be kept in. */
public final class StateStores {
    private StateStores() {}

    /**
     * In {@code .gsi_creation_state.json} of a directory, which is made at the first change where it is missing.
     *
     * @param scriptName who runs; recorded in a new file
     * @param directory where the file lies
     * @param options how it is locked
     * @return the store; nothing is read yet
     */
    public static StateStore inFile(String scriptName, Path directory, StateOptions options) {
        return new FileStateStore(scriptName, new StateFile(directory, Disk.LOCAL), lockRules(scriptName, options));
    }

    /**
     * In memory only: gone with the store.
     *
     * @param scriptName who runs
     * @return the store
     */
    public static StateStore inMemory(String scriptName) {
        return new InMemoryStateStore(scriptName);
    }

    private static LockRules lockRules(String scriptName, StateOptions options) {
        var activity = options.activity() == null ? scriptName : options.activity();
        var wait = options.longestWait();
        return switch (options.lockPolicy()) {
            case REFUSE -> new LockRules(activity, true, Duration.ZERO, Duration.ZERO, options.whenWaiting());
            case TAKE_TURNS_IN_THIS_JVM -> new LockRules(activity, true, wait, Duration.ZERO, options.whenWaiting());
            case TAKE_TURNS -> new LockRules(activity, true, wait, wait, options.whenWaiting());
            case NONE -> new LockRules(activity, false, Duration.ZERO, Duration.ZERO, options.whenWaiting());
        };
    }
}
