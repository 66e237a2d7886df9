package dev.ensuregsis.engine.state;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps the state of index creation. */
public final class GsiStateManager implements AutoCloseable {
    private final String scriptName;
    private final @Nullable Path directory;

    private GsiStateManager(String scriptName, @Nullable Path directory) {
        this.scriptName = scriptName;
        this.directory = directory;
    }

    /**
     * State that is kept in memory only.
     *
     * @param scriptName who runs
     * @return the manager
     */
    public static GsiStateManager inMemory(String scriptName) {
        return new GsiStateManager(scriptName, null);
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return scriptName + (directory == null ? "" : " in " + directory);
    }
}
