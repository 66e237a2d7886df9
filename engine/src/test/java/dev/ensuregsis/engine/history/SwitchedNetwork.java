package dev.ensuregsis.engine.history;

import dev.ensuregsis.engine.internal.reconcile.Moment;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One engine's control plane, whose calls go by the network of the run that makes them: some land when that is over. */
final class SwitchedNetwork implements ControlPlane {
    private ControlPlane current;

    SwitchedNetwork(ControlPlane beforeAnyRun) {
        this.current = beforeAnyRun;
    }

    /** The time of one run, in which its calls go by its network. */
    Timeline of(ControlPlane network, Timeline timeline) {
        return new Timeline() {
            @Override
            public Moment now() {
                return timeline.now();
            }

            @Override
            public void schedule(Duration delay, Runnable step) {
                timeline.schedule(delay, step);
            }

            @Override
            public <T> void call(Callable<T> call, Consumer<Answer<T>> then) {
                timeline.call(
                        () -> {
                            current = network;
                            return call.call();
                        },
                        then);
            }

            @Override
            public void runUntil(BooleanSupplier done) throws InterruptedException {
                timeline.runUntil(done);
            }
        };
    }

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        return current.describeTable(tableName);
    }

    @Override
    public Set<String> listTables() {
        return current.listTables();
    }

    @Override
    public Optional<LiveTable> createTable(CreateTableCall call) {
        return current.createTable(call);
    }

    @Override
    public void createIndex(CreateIndexCall call) {
        current.createIndex(call);
    }

    @Override
    public Target target() {
        return current.target();
    }

    @Override
    public Optional<String> callerAccount() {
        return current.callerAccount();
    }

    @Override
    public boolean isLocal() {
        return current.isLocal();
    }
}
