package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.StateStore;

class InMemoryStateStoreTest extends StateStoreContract {
    private final StateStore store = new InMemoryStateStore("contract");

    @Override
    StateStore store() {
        return store;
    }
}
