package dev.ensuregsis.maven.internal.embedded;

import dev.ensuregsis.engine.control.ControlPlane;
import dev.ensuregsis.engine.control.CreateIndexCall;
import dev.ensuregsis.engine.control.CreateTableCall;
import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.state.Target;
import java.util.Optional;

/**
 * The DynamoDB Local of a session. It has another port each time, so it goes by its name: else no run could go on with
 * the state of an earlier one.
 *
 * @param server how to talk to it
 */
public record EmbeddedDynamoDb(ControlPlane server) implements ControlPlane {
    /** What {@code gsi.endpoint} says for it. */
    public static final String NAME = "embedded";

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        return server.describeTable(tableName);
    }

    @Override
    public Optional<LiveTable> createTable(CreateTableCall call) {
        return server.createTable(call);
    }

    @Override
    public void createIndex(CreateIndexCall call) {
        server.createIndex(call);
    }

    @Override
    public Target target() {
        return new Target(null, server.target().region(), NAME);
    }

    @Override
    public Optional<String> callerAccount() {
        return server.callerAccount();
    }

    @Override
    public boolean isLocal() {
        return server.isLocal();
    }
}
