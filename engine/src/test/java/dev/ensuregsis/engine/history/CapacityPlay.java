package dev.ensuregsis.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.InSimulation;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.internal.state.SimulatedStates;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.Draw;
import dev.ensuregsis.engine.simulation.FaultPlan;
import dev.ensuregsis.engine.simulation.FaultyNetwork;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SimulatedDisk;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.simulation.SimulatedWriterTime;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.StateException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plays a history of indexes that are built with raised write capacity: processes that raise and such that don't, each ending
 * in its own way, beside somebody who scales. Then calm: a run that raises nothing, after which no index has what it had for
 * its build.
 */
final class CapacityPlay {
    private static final Path STATE_FILE = OurJvm.STATE_DIRECTORY.resolve(".gsi_creation_state.json");
    private static final long RAISED = 1_000;
    private static final long OWN = 5;
    private static final int MOST_PROCESSES = 5;

    private final History history;
    private final RandomGenerator random;
    private final VirtualTime time = new VirtualTime();
    private final SimulatedAccount account;
    private final SimulatedDisk disk = new SimulatedDisk();
    private final Definitions definitions;

    /** The indexes that somebody else has scaled. */
    private final Set<IndexId> scaled = new HashSet<>();

    private @Nullable AssertionError violation;

    private CapacityPlay(History history) {
        this.history = history;
        this.random = new SplittableRandom(history.seed() ^ 0xCA);
        this.account = SimulatedAccount.real(time, AccountRules.REAL, history.seed());
        this.definitions = new Definitions(
                IntStream.range(0, history.tables()).mapToObj(this::table).toList());
        account.allowDecreases(Integer.MAX_VALUE);
        time.pass(Duration.ofMinutes(1));
    }

    static void play(History history) {
        var play = new CapacityPlay(history);
        play.troubles();
        play.calm();
    }

    private TableDefinition table(int number) {
        var name = "table-" + number;
        account.with(TableSetup.onDemand(name).provisioned(OWN));
        var indexes = IntStream.range(0, history.indexesPerTable())
                .mapToObj(
                        i -> new IndexDefinition("index-" + i, KeySchema.of("key"), Projection.ALL, Capacity.UNSTATED))
                .toList();
        return new TableDefinition(name, Map.of("key", AttributeType.S), indexes, null, Place.of("history"));
    }

    private void troubles() {
        var period = Draw.between(random, Duration.ofMinutes(1), Duration.ofHours(2));
        var until = time.instant().plus(period);
        if (history.has(Trouble.SOMEONE_ELSE)) {
            for (int deeds = random.nextInt(1, 30); deeds > 0; deeds--) {
                time.in(Draw.between(random, Duration.ZERO, period), this::scale);
            }
        }
        var faults = FaultPlan.random(history.faults(), random.nextDouble(0.02, 0.4), until, time, random);
        for (int i = 0; i < MOST_PROCESSES && time.instant().isBefore(until); i++) {
            run(faults, random.nextInt(3) > 0, history.has(Trouble.CRASHES) ? random.nextInt(1, 120) : 0);
            time.pass(Draw.between(random, Duration.ZERO, Duration.ofMinutes(20)));
        }
        var now = time.instant();
        time.pass(now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO);
        time.pass(Duration.ofMinutes(30));
    }

    private void scale() {
        var id = Draw.oneOf(random, definitions.indexIds());
        try {
            account.changeCapacity(id.tableName(), id.indexName(), new Throughput(OWN, 40L + random.nextInt(20)));
            scaled.add(id);
        } catch (ControlPlaneException refused) {
            // Not there, or not now.
        }
    }

    /** What earlier runs gave up for their troubles, and what was given up while it was lowered, takes one run each. */
    private void calm() {
        Optional<RunReport> last = Optional.empty();
        for (int i = 0; i < 3 && last.filter(RunReport::isSuccessful).isEmpty(); i++) {
            last = run(FaultPlan.NONE, false, 0, i > 0);
            time.pass(Duration.ofMinutes(1));
        }
        assertThat(last.orElseThrow().isSuccessful())
                .as("the last run in calm: %s", last)
                .isTrue();
        for (var id : definitions.indexIds()) {
            var write = live(id).map(LiveIndex::throughput).map(Throughput::write);
            assertThat(write).as("what %s is left with", id).isPresent().isNotEqualTo(Optional.of(RAISED));
            if (!scaled.contains(id)) {
                assertThat(write).as("what %s is left with", id).contains(OWN);
            }
        }
    }

    private Optional<LiveIndex> live(IndexId id) {
        return account.truth(id.tableName()).flatMap(table -> table.index(id.indexName()));
    }

    private Optional<RunReport> run(FaultPlan faults, boolean raises, int crashBefore) {
        return run(faults, raises, crashBefore, random.nextInt(4) == 0);
    }

    private Optional<RunReport> run(FaultPlan faults, boolean raises, int crashBefore, boolean retryFailed) {
        var mounted = disk.mount();
        // A disk that is slower than a call shows what is not waited for.
        var write = Draw.between(random, Duration.ofMillis(1), Duration.ofSeconds(2));
        var state = SimulatedStates.manager(
                "history", OurJvm.STATE_DIRECTORY, mounted, () -> new SimulatedWriterTime(time, write));
        try (state) {
            var timeline = new SimulatedTimeline(time, Latency.REAL, random).atMost(200_000);
            var network = new FaultyNetwork(account, timeline, faults, call -> {});
            if (crashBefore > 0) {
                timeline.crashBefore(crashBefore, mounted::processDied);
            }
            var engine = GsiEngine.builder()
                    .controlPlane(checking(network))
                    .state(state)
                    .retryFailed(retryFailed)
                    .capacityControl(network)
                    .backfillWriteCapacity(raises ? RAISED : null)
                    .build();
            var report = InSimulation.ensure(engine, definitions, timeline, random);
            if (violation != null) {
                throw violation;
            }
            return timeline.hasCrashed() ? Optional.empty() : Optional.of(report);
        } catch (StateException dead) {
            return Optional.empty();
        }
    }

    /** What must hold when an index is asked for with more than it is to have. */
    private ControlPlane checking(ControlPlane next) {
        return new ForwardingControlPlane(next) {
            @Override
            public void createIndex(CreateIndexCall call) {
                var own = call.index().capacity().provisioned();
                if (own != null && Long.valueOf(RAISED).equals(own.write())) {
                    try {
                        isOnRecord(new IndexId(call.tableName(), call.index().name()));
                    } catch (AssertionError broken) {
                        violation = broken;
                        throw broken;
                    }
                }
                super.createIndex(call);
            }
        };
    }

    private void isOnRecord(IndexId id) {
        assertThat(disk.text(STATE_FILE).orElse("").lines())
                .as("on record before %s is built with raised capacity", id)
                .anyMatch(entry -> entry.contains("\"" + id + "\"")
                        && entry.contains("\"restore_write\": " + OWN)
                        && entry.contains("\"units\": " + RAISED));
    }
}
