package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.StateStore;

class InMemoryStateStoreTest extends StateOfOneTargetContract {
    private final StateStore store = new InMemoryStateStore("contract");

    @Override
    protected StateStore store() {
        return store;
    }
}
