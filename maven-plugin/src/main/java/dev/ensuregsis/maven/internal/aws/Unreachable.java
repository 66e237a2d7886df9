package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.Target;
import java.util.Optional;
import java.util.Set;

/**
 * A control plane that can't be asked and says why: for a status that shows what the file says.
 *
 * @param reason why
 */
public record Unreachable(String reason) implements ControlPlane {

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        throw refused();
    }

    @Override
    public Set<String> listTables() {
        throw refused();
    }

    @Override
    public Optional<LiveTable> createTable(CreateTableCall call) {
        throw refused();
    }

    @Override
    public void createIndex(CreateIndexCall call) {
        throw refused();
    }

    @Override
    public Target target() {
        return Target.UNKNOWN;
    }

    @Override
    public Optional<String> callerAccount() {
        return Optional.empty();
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    private ControlPlaneException refused() {
        return new ControlPlaneException(new ControlPlaneFault.Unexpected(reason));
    }
}
