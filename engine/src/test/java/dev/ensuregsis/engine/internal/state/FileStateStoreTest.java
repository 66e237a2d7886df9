package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.engine.state.StateStores;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** On this machine's disk. */
class FileStateStoreTest extends StateOfOneTargetContract {
    @TempDir
    Path directory;

    private StateStore store;

    @BeforeEach
    void open() {
        store = StateStores.inFile("contract", directory, StateOptions.DEFAULT);
    }

    @Override
    protected StateStore store() {
        return store;
    }
}
