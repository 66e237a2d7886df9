package dev.ensuregsis.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.InSimulation;
import dev.ensuregsis.engine.RemovalPlan;
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
import dev.ensuregsis.engine.internal.statetable.ProcessRequests;
import dev.ensuregsis.engine.internal.statetable.RoutineTime;
import dev.ensuregsis.engine.internal.statetable.SimulatedStateTable;
import dev.ensuregsis.engine.internal.statetable.SimulatedTableStores;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.Draw;
import dev.ensuregsis.engine.simulation.ProcessTimeline;
import dev.ensuregsis.engine.simulation.Routines;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SimulatedProcess;
import dev.ensuregsis.engine.simulation.SomeoneElse;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Several processes at once that replace the same indexes, or ensure them, with one state in a table: killed and stopped just
 * when a deletion leaves, which then arrives minutes later, when another may have taken the state over, or got it as somebody broke the lease by hand. Then calm: the same
 * command, until all is as it is to be.
 */
final class RemovalRivals implements Rivalry {
    private static final Duration LONGEST = Duration.ofDays(30);

    /** More, and DynamoDB would take none of its requests. */
    private static final Duration FARTHEST_CLOCKS = Duration.ofMinutes(5);

    private static final IndexDefinition BYSTANDER = index("bystander", "by");

    private final History history;
    private final RandomGenerator random;
    private final VirtualTime time = new VirtualTime();
    private final Routines routines = new Routines(time);
    private final SimulatedAccount account;
    private final SimulatedStateTable table = new SimulatedStateTable();
    private final Definitions definitions;
    private final List<IndexId> named = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private Instant calm = Instant.MAX;
    private Instant meddledAt = Instant.MIN;
    private int lateDeletions;

    private RemovalRivals(History history) {
        this.history = history;
        this.random = new SplittableRandom(history.seed() ^ 0x18);
        this.account = SimulatedAccount.real(time, AccountRules.REAL, history.seed());
        this.definitions = new Definitions(
                IntStream.range(0, history.tables()).mapToObj(this::table).toList());
        routines.pass(Duration.ofMinutes(1));
    }

    /** Plays and checks; returns how many deletions arrived when their sender was dead or had lost the state. */
    static int play(History history) {
        var rivals = new RemovalRivals(history);
        rivals.troubles();
        rivals.calm();
        assertThat(rivals.broken).as("promises that were broken").isEmpty();
        return rivals.lateDeletions;
    }

    private TableDefinition table(int number) {
        var name = "table-" + number;
        account.with(TableSetup.onDemand(name));
        had(name, BYSTANDER);
        var defined = new ArrayList<IndexDefinition>();
        for (int i = 0; i < history.indexesPerTable(); i++) {
            had(name, index("index-" + i, "other"));
            defined.add(index("index-" + i, "wanted"));
            named.add(new IndexId(name, "index-" + i));
        }
        return new TableDefinition(name, Map.of("wanted", AttributeType.S), defined, null, Place.of("history"));
    }

    private void had(String tableName, IndexDefinition index) {
        new SomeoneElse(account)
                .hadCreated(
                        tableName,
                        index,
                        Map.of(index.keySchema().partitionKey().get(0), AttributeType.S));
    }

    private static IndexDefinition index(String name, String key) {
        return new IndexDefinition(name, KeySchema.of(key), Projection.ALL, Capacity.UNSTATED);
    }

    @Override
    public SimulatedAccount account() {
        return account;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public boolean isTroubled() {
        return time.instant().isBefore(calm);
    }

    @Override
    public Duration pause() {
        var most = random.nextInt(4) > 0 ? Duration.ofSeconds(90) : Duration.ofMinutes(8);
        return Draw.between(random, Duration.ofSeconds(1), most);
    }

    @Override
    public void leaves(SimulatedProcess process, String what) {
        if (!meddledLately() && !process.toString().equals(table.holder())) {
            broken.add(process + " sends " + what + " at " + time.instant() + ", and the state is held by "
                    + table.holder());
        }
        if (isTroubled() && history.has(Trouble.CRASHES) && random.nextInt(4) == 0) {
            time.in(Draw.between(random, Duration.ZERO, Duration.ofSeconds(20)), process::kill);
        }
        if (history.has(Trouble.SOMEONE_ELSE) && random.nextInt(4) == 0) {
            time.in(Draw.between(random, Duration.ZERO, Duration.ofSeconds(20)), this::breakLease);
        }
    }

    /** A change that was announced may be leaving in the hands of who doesn't know yet that its lease was broken. */
    private boolean meddledLately() {
        return meddledAt.plus(Rivals.TWO_THIRDS_OF_A_LEASE).isAfter(time.instant());
    }

    /** What goes was named, and is not what somebody has made in its place meanwhile. */
    @Override
    public void delete(SimulatedProcess process, String tableName, String indexName) {
        var before = live(new IndexId(tableName, indexName));
        account.deleteIndex(tableName, indexName);
        if (process.isDead() || !process.toString().equals(table.holder())) {
            lateDeletions++;
        }
        if (!before.map(LiveIndex::keySchema).equals(Optional.of(KeySchema.of("other")))) {
            broken.add(process + " deletes " + before + " of " + tableName + " at " + time.instant());
        }
    }

    private Optional<LiveIndex> live(IndexId id) {
        return account.truth(id.tableName()).flatMap(now -> now.index(id.indexName()));
    }

    private void troubles() {
        var period = Draw.between(random, Duration.ofMinutes(1), Duration.ofHours(2));
        calm = time.instant().plus(period);
        var contenders = new ArrayList<Contender>();
        int number = random.nextInt(2, 7);
        for (int i = 0; i < number; i++) {
            var begins = i < 2 ? Duration.ofMillis(random.nextInt(3000)) : Draw.between(random, Duration.ZERO, period);
            var contender = new Contender("process-" + i, random.nextInt(3) > 0, trouble());
            contenders.add(contender);
            time.in(begins, contender::begin);
            if (history.has(Trouble.INTERRUPTIONS) && random.nextInt(3) == 0) {
                time.in(begins.plus(Draw.between(random, Duration.ZERO, period)), contender::interrupt);
            }
        }
        if (history.has(Trouble.SOMEONE_ELSE)) {
            for (int times = random.nextInt(1, 12); times > 0; times--) {
                time.in(Draw.between(random, Duration.ZERO, period), this::breakLease);
            }
        }
        routines.driveUntil(() -> contenders.stream().allMatch(Contender::isOver), LONGEST);
        routines.pass(Duration.ofMinutes(30));
        table.assertNothingAcknowledgedIsLost();
    }

    /** As the page says how. Who deletes the head instead has the state forgotten, and with it what was announced. */
    private void breakLease() {
        if (isTroubled()) {
            meddledAt = time.instant();
            table.breakLease();
        }
    }

    private ProcessRequests.Trouble trouble() {
        var share = history.has(Trouble.LOST_ANSWERS) ? random.nextDouble(0.02, 0.3) : 0;
        return new ProcessRequests.Trouble(share, Duration.ofMinutes(5), Instant.MAX, calm);
    }

    private void calm() {
        calm = Instant.MIN;
        for (int i = 0; i < 3; i++) {
            var run = new Contender("calm-" + i, true, ProcessRequests.Trouble.NONE);
            run.begin();
            routines.driveUntil(run::isOver, LONGEST);
            if (run.report == null || run.report.isSuccessful()) {
                break;
            }
            routines.pass(Duration.ofMinutes(1));
        }
        for (var id : named) {
            assertThat(live(id).map(index -> index.keySchema() + " " + index.status()))
                    .as("%s, which was replaced", id)
                    .contains(KeySchema.of("wanted") + " " + IndexStatus.ACTIVE);
        }
        definitions
                .tables()
                .forEach(defined -> assertThat(live(new IndexId(defined.name(), "bystander")))
                        .as("what nobody named, on %s", defined.name())
                        .isPresent());
        assertThat(table.holder()).as("who has the state in the end").isNull();
        table.assertNothingAcknowledgedIsLost();
    }

    /** A process with one command. */
    private final class Contender {
        private final SimulatedProcess process;
        private final StateStore store;
        private final RivalNetwork network;
        private final boolean replaces;
        private @Nullable ProcessTimeline timeline;
        private @Nullable RunReport report;
        private boolean over;

        Contender(String name, boolean replaces, ProcessRequests.Trouble trouble) {
            this.replaces = replaces;
            process =
                    new SimulatedProcess(time, name, Draw.between(random, FARTHEST_CLOCKS.negated(), FARTHEST_CLOCKS));
            network = new RivalNetwork(RemovalRivals.this, routines, process);
            var lockTimeout = random.nextBoolean() ? Duration.ZERO : Duration.ofMinutes(random.nextInt(1, 90));
            store = SimulatedTableStores.store(
                    new ProcessRequests(table, routines, process, random, trouble),
                    new RoutineTime(routines, process, random),
                    lockTimeout);
        }

        void begin() {
            routines.start(process, () -> {
                try {
                    var engine = GsiEngine.builder()
                            .controlPlane(network)
                            .stateStore(store)
                            .build();
                    report = replaces ? replace(engine) : InSimulation.ensure(engine, definitions, timeline(), random);
                    store.close();
                } catch (StateException unreachable) {
                    // It ends, and says so.
                } finally {
                    over = true;
                }
            });
        }

        /** A plan has nothing to be interrupted in: only the run that follows is. */
        private @Nullable RunReport replace(GsiEngine engine) {
            var removing = engine.removing(network);
            RemovalPlan plan = InSimulation.planRemoval(removing, true, definitions, named, newTimeline());
            return plan.objectionable().isEmpty() ? InSimulation.carryOut(removing, plan, timeline(), random) : null;
        }

        private ProcessTimeline timeline() {
            timeline = newTimeline();
            return timeline;
        }

        /** Between its decision and its last check a process may stop too. */
        private ProcessTimeline newTimeline() {
            return new ProcessTimeline(routines, process, () -> {
                if (isTroubled() && history.has(Trouble.SLOW_ANSWERS) && random.nextInt(12) == 0) {
                    process.stopFor(pause());
                    routines.park(Duration.ZERO);
                }
            });
        }

        boolean isOver() {
            return over || process.isDead();
        }

        void interrupt() {
            if (timeline != null) {
                timeline.interrupt();
            }
        }
    }
}
