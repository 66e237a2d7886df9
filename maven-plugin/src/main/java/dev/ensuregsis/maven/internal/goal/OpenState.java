package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.maven.internal.aws.Connection;
import org.jspecify.annotations.Nullable;

/**
 * A state, with the connection that it is kept through.
 *
 * @param manager the state
 * @param connection its own connection, closed after it; null for one that needs none
 */
record OpenState(GsiStateManager manager, @Nullable Connection connection) implements AutoCloseable {
    @Override
    @SuppressWarnings("try") // Named to be closed, and nothing else.
    public void close() {
        try (var after = connection;
                manager) {
            // The state is saved and given back before its connection ends.
        }
    }
}
