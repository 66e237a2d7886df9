package dev.ensuregsis.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.InSimulation;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.Verdict;
import dev.ensuregsis.engine.internal.statetable.ProcessRequests;
import dev.ensuregsis.engine.internal.statetable.RoutineTime;
import dev.ensuregsis.engine.internal.statetable.SimulatedStateTable;
import dev.ensuregsis.engine.internal.statetable.SimulatedTableStores;
import dev.ensuregsis.engine.simulation.Draw;
import dev.ensuregsis.engine.simulation.ProcessTimeline;
import dev.ensuregsis.engine.simulation.Routines;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.SimulatedProcess;
import dev.ensuregsis.engine.spi.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Several processes of ours, each on its machine, that want the same indexes and have one state in a table: two or three at
 * once, which are killed, stopped, suspended and interrupted, with clocks that disagree and jump, and a table that throttles,
 * loses answers, delays writes and goes away. Then calm: one run finishes, and the next has nothing to do.
 */
final class Rivals implements Rivalry {
    private static final Duration LONGEST = Duration.ofDays(30);
    static final Duration TWO_THIRDS_OF_A_LEASE = Duration.ofSeconds(40);

    private static final Duration FARTHEST_CLOCKS = Duration.ofMinutes(10);

    private final World world;
    private final RandomGenerator random;
    private final Routines routines;
    private final SimulatedStateTable table = new SimulatedStateTable();
    private final List<Contender> contenders = new ArrayList<>();
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final List<String> broken = new ArrayList<>();
    private Instant calm = Instant.MAX;
    private Instant meddledAt = Instant.MIN;
    private int changes;

    private Rivals(History history) {
        this.world = new World(history);
        this.random = new SplittableRandom(history.seed() ^ 0x17);
        this.routines = new Routines(world.time());
    }

    /** Plays and checks; returns how the runs ended, for a test of the play itself. */
    static Rivals play(History history) {
        var rivals = new Rivals(history);
        rivals.troubles(history);
        rivals.calm();
        assertThat(rivals.broken).as("promises that were broken").isEmpty();
        return rivals;
    }

    World world() {
        return world;
    }

    @Override
    public SimulatedAccount account() {
        return world.account();
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    SimulatedStateTable table() {
        return table;
    }

    Map<Verdict, Integer> verdicts() {
        return verdicts;
    }

    @Override
    public boolean isTroubled() {
        return world.time().instant().isBefore(calm);
    }

    @Override
    public void leaves(SimulatedProcess process, String what) {
        changes++;
        if (!meddledLately() && !process.toString().equals(table.holder())) {
            // A run makes a failure of what is thrown in it.
            broken.add(process + " sends " + what + " at " + world.time().instant() + ", and the state is held by "
                    + table.holder());
        }
    }

    @Override
    public void delete(SimulatedProcess process, String tableName, String indexName) {
        broken.add(process + " deletes " + tableName + "." + indexName + ", which nobody named");
    }

    /** Who breaks a lease while its owner lives takes it in his hands: a change of that owner may just be leaving. */
    private boolean meddledLately() {
        return meddledAt.plus(TWO_THIRDS_OF_A_LEASE).isAfter(world.time().instant());
    }

    private void troubles(History history) {
        var period = Draw.between(random, Duration.ofMinutes(1), Duration.ofHours(3));
        calm = world.time().instant().plus(period);
        int number = random.nextInt(2, 6);
        for (int i = 0; i < number; i++) {
            var begins = i < 2 ? Duration.ofMillis(random.nextInt(3000)) : Draw.between(random, Duration.ZERO, period);
            var contender = new Contender("process-" + i, trouble(history, period));
            contenders.add(contender);
            world.time().in(begins, contender::begin);
            disturb(history, contender, begins, period);
        }
        if (history.has(Trouble.SOMEONE_ELSE)) {
            world.time().in(Draw.between(random, Duration.ZERO, period), () -> {
                meddledAt = world.time().instant();
                if (random.nextBoolean()) {
                    table.deleteHeads();
                } else {
                    table.breakLease();
                }
            });
        }
        routines.driveUntil(() -> contenders.stream().allMatch(Contender::isOver), LONGEST);
        var untilCalm = Duration.between(world.time().instant(), calm);
        routines.pass((untilCalm.isNegative() ? Duration.ZERO : untilCalm).plusMinutes(30));
        table.assertNothingAcknowledgedIsLost();
    }

    private ProcessRequests.Trouble trouble(History history, Duration period) {
        var share = history.has(Trouble.LOST_ANSWERS) ? random.nextDouble(0.02, 0.4) : 0;
        var outage = history.has(Trouble.TIME_OUTS) && random.nextBoolean()
                ? world.time().instant().plus(Draw.between(random, Duration.ZERO, period))
                : Instant.MAX;
        return new ProcessRequests.Trouble(share, Duration.ofMinutes(5), outage, calm);
    }

    private void disturb(History history, Contender contender, Duration begins, Duration period) {
        if (history.has(Trouble.CRASHES) && random.nextInt(3) == 0) {
            world.time().in(begins.plus(someTime(period)), contender::kill);
        }
        if (history.has(Trouble.INTERRUPTIONS) && random.nextInt(3) == 0) {
            world.time().in(begins.plus(someTime(period)), contender::interrupt);
        }
        if (history.has(Trouble.SLOW_ANSWERS)) {
            for (int stops = random.nextInt(4); stops > 0; stops--) {
                var pause = pause();
                var suspends = random.nextBoolean();
                world.time().in(begins.plus(someTime(period)), () -> contender.stop(pause, suspends));
            }
        }
        if (history.has(Trouble.CLOCK_JUMPS)) {
            var by = Draw.between(random, FARTHEST_CLOCKS.negated(), FARTHEST_CLOCKS);
            world.time().in(begins.plus(someTime(period)), () -> contender.process.setWallClock(by));
        }
    }

    @Override
    public Duration pause() {
        var most = random.nextInt(4) > 0 ? Duration.ofSeconds(90) : Duration.ofMinutes(10);
        return Draw.between(random, Duration.ofSeconds(1), most);
    }

    private Duration someTime(Duration period) {
        return random.nextBoolean()
                ? Draw.between(random, Duration.ZERO, Duration.ofSeconds(30))
                : Draw.between(random, Duration.ZERO, period);
    }

    private void calm() {
        calm = Instant.MIN;
        var writesBefore = table.writes();
        var first = new Contender("calm-1", ProcessRequests.Trouble.NONE);
        first.runAlone();
        var ended = Objects.requireNonNull(first.report);
        if (ended.verdict() == Verdict.FAILED) {
            // What the account's troubles made fail is left to a retry, as always.
            var retry = new Contender("calm-retry", ProcessRequests.Trouble.NONE, true);
            retry.runAlone();
            ended = Objects.requireNonNull(retry.report);
        }
        assertThat(ended.isSuccessful()).as("the run in calm: %s", ended).isTrue();
        var writes = table.writes();
        var changesBefore = changes;
        routines.pass(Duration.ofSeconds(10));
        var second = new Contender("calm-2", ProcessRequests.Trouble.NONE);
        second.runAlone();
        assertThat(Objects.requireNonNull(second.report).verdict()).isEqualTo(Verdict.ENSURED);
        assertThat(table.writes()).as("writes of a run that changes nothing").isEqualTo(writes);
        assertThat(changes).as("changes sent when all is there").isEqualTo(changesBefore);
        // Who got no answer when it gave the state back has it until somebody writes, and here nobody may need to.
        if (table.writes() > writesBefore) {
            assertThat(table.holder()).as("who has the state in the end").isNull();
        }
        table.assertNothingAcknowledgedIsLost();
    }

    /** A process with one run. */
    private final class Contender {
        private final SimulatedProcess process;
        private final ProcessTimeline timeline;
        private final StateStore store;
        private final GsiEngine engine;
        private @Nullable RunReport report;
        private boolean over;

        Contender(String name, ProcessRequests.Trouble trouble) {
            this(name, trouble, false);
        }

        Contender(String name, ProcessRequests.Trouble trouble, boolean retryFailed) {
            process = new SimulatedProcess(
                    world.time(), name, Draw.between(random, FARTHEST_CLOCKS.negated(), FARTHEST_CLOCKS));
            timeline = new ProcessTimeline(routines, process, this::stopBeforeACall);
            var requests = new ProcessRequests(table, routines, process, random, trouble);
            var lockTimeout = random.nextBoolean() ? Duration.ZERO : Duration.ofMinutes(random.nextInt(1, 90));
            store = SimulatedTableStores.store(
                    requests, new RoutineTime(routines, process, random), retryFailed ? Duration.ZERO : lockTimeout);
            engine = GsiEngine.builder()
                    .controlPlane(new RivalNetwork(Rivals.this, routines, process))
                    .stateStore(store)
                    .createTables(true)
                    .retryFailed(retryFailed)
                    .build();
        }

        /** Between its decision and its last check a process may stop too. */
        private void stopBeforeACall() {
            if (isTroubled() && random.nextInt(12) == 0) {
                stop(pause(), random.nextBoolean());
                routines.park(Duration.ZERO);
            }
        }

        void begin() {
            routines.start(process, () -> {
                try {
                    report = InSimulation.ensure(engine, world.definitions(), timeline, random);
                    store.close();
                    verdicts.merge(report.verdict(), 1, Integer::sum);
                } finally {
                    over = true;
                }
            });
        }

        void runAlone() {
            begin();
            routines.driveUntil(this::isOver, LONGEST);
        }

        boolean isOver() {
            return over || process.isDead();
        }

        void kill() {
            process.kill();
        }

        void interrupt() {
            timeline.interrupt();
        }

        void stop(Duration pause, boolean suspends) {
            if (suspends) {
                process.suspendFor(pause);
            } else {
                process.stopFor(pause);
            }
        }
    }
}
