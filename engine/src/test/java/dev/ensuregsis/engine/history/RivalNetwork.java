package dev.ensuregsis.engine.history;

import dev.ensuregsis.engine.simulation.Draw;
import dev.ensuregsis.engine.simulation.Routines;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SimulatedProcess;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.IndexRemoval;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The account as one of several processes reaches it. A process can be stopped just when a change leaves, which is later
 * than any check of its own: then the change takes effect when it goes on.
 */
final class RivalNetwork implements ControlPlane, IndexRemoval {
    private static final Duration LATENCY = Duration.ofMillis(40);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(15);

    /** With a pause before it, less than DynamoDB takes a signed request for. */
    private static final Duration LATEST_ARRIVAL = Duration.ofMinutes(4);

    private final Rivalry rivals;
    private final Routines routines;
    private final SimulatedProcess process;
    private final SimulatedAccount account;

    RivalNetwork(Rivalry rivals, Routines routines, SimulatedProcess process) {
        this.rivals = rivals;
        this.routines = routines;
        this.process = process;
        this.account = rivals.account();
    }

    @Override
    public Optional<LiveTable> describeTable(String tableName) {
        return through(() -> account.describeTable(tableName), LATENCY);
    }

    @Override
    public Set<String> listTables() {
        return through(account::listTables, LATENCY);
    }

    @Override
    public Optional<LiveTable> createTable(CreateTableCall call) {
        leaves("the creation of " + call.tableName());
        return through(() -> account.createTable(call), delay());
    }

    @Override
    public void createIndex(CreateIndexCall call) {
        leaves("the creation of " + call.tableName() + "." + call.index().name());
        through(
                () -> {
                    account.createIndex(call);
                    return true;
                },
                delay());
    }

    /** What a client has given up doesn't arrive any more; one that is dead has given up nothing. */
    @Override
    public void deleteIndex(String tableName, String indexName) {
        leaves("the deletion of " + tableName + "." + indexName);
        var delay = rivals.isTroubled() && rivals.random().nextInt(3) == 0
                ? Draw.between(rivals.random(), LATENCY, LATEST_ARRIVAL)
                : LATENCY;
        var givenUp = new AtomicBoolean();
        routines.time().in(TIME_LIMIT, () -> givenUp.set(!process.isDead()));
        through(
                () -> {
                    if (!givenUp.get()) {
                        rivals.delete(process, tableName, indexName);
                    }
                    return true;
                },
                delay);
    }

    /** The guard has just let it pass. Whose head it is now is known to the table alone. */
    private void leaves(String what) {
        rivals.leaves(process, what);
        if (rivals.isTroubled() && rivals.random().nextInt(6) == 0) {
            var pause = rivals.pause();
            if (rivals.random().nextBoolean()) {
                process.stopFor(pause);
            } else {
                process.suspendFor(pause);
            }
            routines.park(Duration.ZERO);
        }
    }

    private Duration delay() {
        return rivals.isTroubled() && rivals.random().nextInt(8) == 0
                ? Draw.between(rivals.random(), LATENCY, Duration.ofMinutes(3))
                : LATENCY;
    }

    @Override
    public Target target() {
        return account.target();
    }

    @Override
    public Optional<String> callerAccount() {
        return account.callerAccount();
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    private <T> T through(Supplier<T> call, Duration delay) {
        var answer = new Object() {
            @Nullable
            T value;

            @Nullable
            ControlPlaneException refused;

            boolean there;
        };
        routines.time().in(delay, () -> {
            try {
                answer.value = call.get();
            } catch (ControlPlaneException e) {
                answer.refused = e;
            }
            answer.there = true;
        });
        routines.park(delay.compareTo(TIME_LIMIT) < 0 ? delay.plus(LATENCY) : TIME_LIMIT);
        if (!answer.there) {
            throw new ControlPlaneException(new ControlPlaneFault.NoAnswer("Read timed out"));
        }
        if (answer.refused != null) {
            throw answer.refused;
        }
        return Objects.requireNonNull(answer.value);
    }
}
