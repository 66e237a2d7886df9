package dev.ensuregsis.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.InSimulation;
import dev.ensuregsis.engine.RemovalPlan;
import dev.ensuregsis.engine.RemovalPlan.Candidate;
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
import dev.ensuregsis.engine.event.CouldNotLookException;
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
import dev.ensuregsis.engine.simulation.SomeoneElse;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.IndexRemoval;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.StateException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plays a history of deletions or of replacements. First troubles: one process after another with the same command, each
 * ending in its own way, beside somebody who deletes and makes what he likes. Then calm: the same command, until nothing is
 * left to do.
 */
final class RemovalPlay {
    private static final Path STATE_FILE = OurJvm.STATE_DIRECTORY.resolve(".gsi_creation_state.json");
    private static final int MOST_PROCESSES = 4;
    private static final int LATEST_END = 150;
    private static final int MOST_DEEDS = 30;

    /** Later, and DynamoDB takes no request any more. */
    private static final Duration LATEST = Duration.ofMinutes(14);

    private static final IndexDefinition BYSTANDER = index("bystander", "by");

    private final History history;
    private final RandomGenerator random;
    private final VirtualTime time = new VirtualTime();
    private final SimulatedAccount account;
    private final SomeoneElse someoneElse;
    private final SimulatedDisk disk = new SimulatedDisk();
    private final boolean replaces;
    private final Definitions definitions;
    private final List<IndexId> named = new ArrayList<>();

    /** Until when calls are lost on their way. */
    private Instant troubledUntil = Instant.MIN;

    private @Nullable AssertionError violation;

    private RemovalPlay(History history) {
        this.history = history;
        this.random = new SplittableRandom(history.seed());
        this.account = SimulatedAccount.real(time, AccountRules.REAL, history.seed());
        this.someoneElse = new SomeoneElse(account);
        this.replaces = random.nextBoolean();
        this.definitions = new Definitions(
                IntStream.range(0, history.tables()).mapToObj(this::table).toList());
        time.pass(Duration.ofMinutes(1));
    }

    static void play(History history) {
        var play = new RemovalPlay(history);
        play.troubles();
        play.calm();
        if (play.violation != null) {
            throw play.violation;
        }
    }

    /** Its indexes are there otherwise than defined, where they are to be replaced; else they are not defined. */
    private TableDefinition table(int number) {
        var name = "table-" + number;
        account.with(TableSetup.onDemand(name));
        had(name, BYSTANDER);
        var defined = new ArrayList<IndexDefinition>();
        for (int i = 0; i < history.indexesPerTable(); i++) {
            var live = index("index-" + i, "other");
            had(name, live);
            if (replaces) {
                defined.add(index("index-" + i, "wanted"));
            }
            if (random.nextInt(4) > 0) {
                named.add(new IndexId(name, live.name()));
            }
        }
        return new TableDefinition(name, Map.of("wanted", AttributeType.S), defined, null, Place.of("history"));
    }

    private void had(String table, IndexDefinition index) {
        someoneElse.hadCreated(table, index, types(index));
    }

    private static IndexDefinition index(String name, String key) {
        return new IndexDefinition(name, KeySchema.of(key), Projection.ALL, Capacity.UNSTATED);
    }

    private static Map<String, AttributeType> types(IndexDefinition index) {
        return Map.of(index.keySchema().partitionKey().get(0), AttributeType.S);
    }

    private void troubles() {
        var period = Draw.between(random, Duration.ZERO, Duration.ofHours(3));
        var until = time.instant().plus(period);
        troubledUntil = until;
        if (history.has(Trouble.SOMEONE_ELSE)) {
            for (int deeds = random.nextInt(1, MOST_DEEDS); deeds > 0; deeds--) {
                time.in(Draw.between(random, Duration.ZERO, period), this::meddle);
            }
        }
        var faults = FaultPlan.random(history.faults(), random.nextDouble(0.02, 0.4), until, time, random);
        for (int i = 0; i < MOST_PROCESSES && time.instant().isBefore(until) && !named.isEmpty(); i++) {
            run(faults, history.has(Trouble.CRASHES) ? random.nextInt(1, LATEST_END) : 0);
            time.pass(Draw.between(random, Duration.ZERO, Duration.ofMinutes(20)));
        }
        var now = time.instant();
        time.pass(now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO);
        time.pass(Duration.ofMinutes(30));
    }

    private void meddle() {
        var table = Draw.oneOf(random, definitions.tables()).name();
        var name = "index-" + random.nextInt(history.indexesPerTable());
        switch (random.nextInt(4)) {
            case 0, 1 -> remakes(table, name);
            case 2 -> someoneElse.deletesIndex(table, name);
            default -> makes(table, index(name, replaces ? "wanted" : "other"));
        }
    }

    /** Deletes it, and has something else under its name as soon as the table takes it. */
    private void remakes(String table, String name) {
        someoneElse.deletesIndex(table, name);
        for (int i = 1; i < 60; i++) {
            time.in(Duration.ofSeconds(5L * i), () -> makes(table, index(name, "third")));
        }
    }

    private void makes(String table, IndexDefinition index) {
        someoneElse.createsIndex(table, index, types(index));
    }

    private void calm() {
        if (named.isEmpty()) {
            return;
        }
        // What is neither what was shown nor what is defined is told once; named again, it is what is shown.
        var first = run(FaultPlan.NONE, 0);
        time.pass(Duration.ofMinutes(1));
        var last = first.filter(RunReport::isSuccessful).isPresent() ? first : run(FaultPlan.NONE, 0);
        last.ifPresent(report -> assertThat(report.isSuccessful())
                .as("the last run in calm: %s", report)
                .isTrue());
        for (var id : named) {
            var live = account.truth(id.tableName()).flatMap(table -> table.index(id.indexName()));
            if (replaces) {
                assertThat(live.map(index -> Objects.requireNonNull(index.keySchema())))
                        .as("%s, which was replaced", id)
                        .contains(KeySchema.of("wanted"));
                assertThat(live.orElseThrow().status()).isEqualTo(IndexStatus.ACTIVE);
            } else {
                assertThat(live).as("%s, which was deleted", id).isEmpty();
            }
        }
        for (var table : definitions.tables()) {
            assertThat(account.truth(table.name()).orElseThrow().index("bystander"))
                    .as("what nobody named, on %s", table.name())
                    .isPresent();
            if (!history.has(Trouble.SOMEONE_ELSE)) {
                IntStream.range(0, history.indexesPerTable())
                        .mapToObj(i -> new IndexId(table.name(), "index-" + i))
                        .filter(id -> !named.contains(id))
                        .forEach(id -> assertThat(account.truth(id.tableName())
                                        .flatMap(now -> now.index(id.indexName()))
                                        .map(index -> Objects.requireNonNull(index.keySchema())))
                                .as("%s, which nobody named", id)
                                .contains(KeySchema.of("other")));
            }
        }
    }

    /** One process with the command; empty if it was killed, or has nothing to do. */
    private Optional<RunReport> run(FaultPlan faults, int crashBefore) {
        var mounted = disk.mount();
        var state = SimulatedStates.manager(
                "history", OurJvm.STATE_DIRECTORY, mounted, () -> new SimulatedWriterTime(time, OurJvm.WRITE));
        try (state) {
            var timeline = timeline();
            var network = new FaultyNetwork(account, timeline, faults, call -> {});
            var builder = GsiEngine.builder().controlPlane(network).state(state);
            var looking = builder.build().removing(network);
            var known = stillThere(InSimulation.planRemoval(looking, replaces, definitions, named, timeline()));
            if (known.isEmpty()) {
                return Optional.empty();
            }
            var plan = InSimulation.planRemoval(looking, replaces, definitions, known, timeline());
            if (!plan.objectionable().isEmpty()) {
                return Optional.empty();
            }
            if (crashBefore > 0) {
                timeline.crashBefore(crashBefore, mounted::processDied);
            }
            var report = InSimulation.carryOut(
                    builder.build().removing(checking(plan, late(network))), plan, timeline, random);
            if (violation != null) {
                throw violation;
            }
            return timeline.hasCrashed() ? Optional.empty() : Optional.of(report);
        } catch (CouldNotLookException unasked) {
            return Optional.empty();
        } catch (StateException dead) {
            return Optional.empty();
        }
    }

    /** A deletion is refused where there is nothing to delete. */
    private static List<IndexId> stillThere(RemovalPlan plan) {
        return plan.candidates().stream()
                .filter(candidate -> candidate.objection() == null)
                .map(Candidate::id)
                .toList();
    }

    private SimulatedTimeline timeline() {
        return new SimulatedTimeline(time, Latency.REAL, random).atMost(200_000);
    }

    /**
     * A deletion whose answer is lost may take effect much later. A process that dies with one on its way is followed by
     * another only where the state is in a table: see {@link RemovalRivals}.
     */
    private IndexRemoval late(IndexRemoval next) {
        if (!history.has(Trouble.LOST_ANSWERS) || history.has(Trouble.CRASHES)) {
            return next;
        }
        return (table, index) -> {
            if (!time.instant().isBefore(troubledUntil) || random.nextInt(3) > 0) {
                next.deleteIndex(table, index);
                return;
            }
            time.in(Draw.between(random, Duration.ofSeconds(1), LATEST), () -> lands(table, index));
            throw new ControlPlaneException(new ControlPlaneFault.NoAnswer("Read timed out"));
        };
    }

    /** It is the old index that it meets, or none. */
    private void lands(String table, String index) {
        var live = account.truth(table)
                .flatMap(now -> now.index(index))
                .filter(now -> now.status() != IndexStatus.DELETING)
                .map(now -> Objects.requireNonNull(now.keySchema()));
        if (replaces && !history.has(Trouble.SOMEONE_ELSE) && live.isPresent()) {
            try {
                assertThat(live).as("what a late deletion of %s meets", index).contains(KeySchema.of("other"));
            } catch (AssertionError broken) {
                violation = broken;
            }
        }
        try {
            account.deleteIndex(table, index);
        } catch (ControlPlaneException refused) {
            // Nobody hears of it.
        }
    }

    /** What must hold when a deletion is sent. */
    private IndexRemoval checking(RemovalPlan plan, IndexRemoval next) {
        return (table, index) -> {
            try {
                check(plan, new IndexId(table, index));
            } catch (AssertionError broken) {
                // An engine ends its run with whatever a call throws.
                violation = broken;
                throw broken;
            }
            next.deleteIndex(table, index);
        };
    }

    private void check(RemovalPlan plan, IndexId id) {
        assertThat(named).as("what is deleted").contains(id);
        var shown = plan.candidates().stream()
                .filter(candidate -> candidate.id().equals(id))
                .flatMap(candidate -> Optional.ofNullable(candidate.shape()).stream())
                .findFirst()
                .orElseThrow();
        account.truth(id.tableName())
                .ifPresent(now -> now.index(id.indexName())
                        .filter(live -> live.status() != IndexStatus.DELETING)
                        .flatMap(now::shapeOf)
                        .ifPresent(live -> assertThat(live.isSameAs(shown))
                                .as("%s is deleted as it was shown: %s, not %s", id, shown, live)
                                .isTrue()));
        assertThat(disk.text(STATE_FILE).orElse("").lines())
                .as("on record before %s is deleted", id)
                .anyMatch(entry -> entry.contains("\"" + id + "\"")
                        && entry.contains(replaces ? "replacing_definition" : "deleting_definition")
                        && entry.contains(shown.json()));
    }
}
