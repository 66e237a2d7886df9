package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.simulation.Draw;
import dev.ensuregsis.engine.simulation.Routines;
import dev.ensuregsis.engine.simulation.SimulatedProcess;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A state table as one process reaches it: what is sent takes effect later or never, whatever becomes of the process
 * meanwhile, and its answer may be lost.
 */
public final class ProcessRequests implements StateRequests {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);
    private static final Duration LATENCY = Duration.ofMillis(20);

    private static final ControlPlaneFault NO_ANSWER = new ControlPlaneFault.NoAnswer("Read timed out");
    private static final List<ControlPlaneFault> UNANSWERED = List.of(
            new ControlPlaneFault.Answered("ThrottlingException", "Rate exceeded", 400),
            new ControlPlaneFault.TimedOut("connect timed out"),
            new ControlPlaneFault.NotConnected("Connection refused"),
            new ControlPlaneFault.ProxyRefused(503, "Service Unavailable"),
            new ControlPlaneFault.Answered(null, "Bad Gateway", 502));
    private static final List<String> CANCELED =
            List.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private final SimulatedStateTable table;
    private final Routines routines;
    private final SimulatedProcess process;
    private final RandomGenerator random;
    private final Trouble trouble;

    public ProcessRequests(
            SimulatedStateTable table,
            Routines routines,
            SimulatedProcess process,
            RandomGenerator random,
            Trouble trouble) {
        this.table = table;
        this.routines = routines;
        this.process = process;
        this.random = random;
        this.trouble = trouble;
    }

    /**
     * What goes wrong on the way, until it ceases.
     *
     * @param share of the requests that something goes wrong with
     * @param longestDelay how late one may take effect that nobody waits for any more
     * @param outage from when nothing gets through
     * @param until when all that ceases
     */
    public record Trouble(double share, Duration longestDelay, Instant outage, Instant until) {
        public static final Trouble NONE = new Trouble(0, Duration.ZERO, Instant.MAX, Instant.MIN);
    }

    @Override
    public String tableName() {
        return table.tableName();
    }

    @Override
    public Target target() {
        return table.target();
    }

    @Override
    public TableShape describe() {
        return send(table::describe);
    }

    @Override
    public void create() {
        send(() -> {
            table.create();
            return table;
        });
    }

    @Override
    public void complete() {
        send(() -> {
            table.complete();
            return table;
        });
    }

    @Override
    public Optional<Head> head(StateKey key) {
        return send(() -> table.head(key));
    }

    @Override
    public List<Head> heads() {
        return send(table::heads);
    }

    @Override
    public List<StoredEntry> entries(StateKey key, String generation) {
        return send(() -> table.entries(key, generation));
    }

    @Override
    public List<EndedRun> runs(StateKey key, int most) {
        return send(() -> table.runs(key, most));
    }

    @Override
    public void put(Head head, @Nullable Head follows) {
        send(() -> {
            table.put(head, follows);
            return head;
        });
    }

    @Override
    public void write(StateKey key, String generation, String token, List<StoredEntry> entries) {
        send(() -> {
            table.write(key, generation, token, entries);
            return token;
        });
        table.acknowledge(key, generation, token, entries);
    }

    @Override
    public void write(StateKey key, String token, EndedRun run) {
        send(() -> {
            table.write(key, token, run);
            return token;
        });
    }

    private <T> T send(Supplier<T> request) {
        var now = routines.time().instant();
        if (now.isAfter(trouble.until())) {
            return through(request, LATENCY, true);
        }
        if (now.isAfter(trouble.outage())) {
            routines.park(TIME_LIMIT);
            throw met(new ControlPlaneException(NO_ANSWER));
        }
        if (random.nextDouble() >= trouble.share()) {
            return through(request, LATENCY, true);
        }
        switch (random.nextInt(5)) {
            case 0 -> throw met(new ControlPlaneException(UNANSWERED.get(random.nextInt(UNANSWERED.size()))));
            case 1 -> throw met(canceled(CANCELED.get(random.nextInt(CANCELED.size()))));
            case 2 -> {
                return through(request, LATENCY, false);
            }
            case 3 -> {
                return through(request, Draw.between(random, LATENCY, TIME_LIMIT), true);
            }
            default -> {
                return through(request, Draw.between(random, TIME_LIMIT, trouble.longestDelay()), false);
            }
        }
    }

    private static TransactionCanceledException canceled(String code) {
        return TransactionCanceledException.builder()
                .cancellationReasons(
                        CancellationReason.builder().code("None").build(),
                        CancellationReason.builder().code(code).build())
                .statusCode(400)
                .build();
    }

    /** As the errors of the SDK are told apart for users: what can't be borne would end the run. */
    private static StateTableException met(RuntimeException thrown) {
        try {
            throw new AssertionError(StateTableErrors.call(() -> {
                throw thrown;
            }));
        } catch (StateTableException e) {
            return e;
        }
    }

    /** It takes effect after the delay; who has waited for the limit hears no more of it. */
    private <T> T through(Supplier<T> request, Duration delay, boolean heard) {
        var answer = new Object() {
            @Nullable
            T value;

            @Nullable
            StateTableException refused;

            boolean there;
        };
        if (!process.isDead()) {
            routines.time().in(delay, () -> {
                try {
                    answer.value = request.get();
                } catch (StateTableException e) {
                    answer.refused = e;
                }
                answer.there = true;
            });
        }
        var patience = delay.plus(LATENCY);
        routines.park(patience.compareTo(TIME_LIMIT) < 0 ? patience : TIME_LIMIT);
        if (!heard || !answer.there) {
            throw met(new ControlPlaneException(NO_ANSWER));
        }
        if (answer.refused != null) {
            throw answer.refused;
        }
        return java.util.Objects.requireNonNull(answer.value);
    }
}
