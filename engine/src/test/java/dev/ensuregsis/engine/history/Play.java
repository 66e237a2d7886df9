package dev.ensuregsis.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.history.OurProcess.Orders;
import dev.ensuregsis.engine.simulation.Draw;
import dev.ensuregsis.engine.simulation.FaultKind;
import dev.ensuregsis.engine.simulation.FaultPlan;
import dev.ensuregsis.engine.simulation.SimulatedDisk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Plays a history. First the time of troubles: one process of ours after another, on one state file, each ending in its
 * own way. Then calm: a plain run, and one that retries what failed, after which every index that can be had is ACTIVE
 * and each of the others is failed for the reason that is true.
 */
final class Play {
    private static final int MOST_TROUBLED_PROCESSES = 5;
    private static final int LATEST_END = 400;
    private static final int MOST_JUMPS = 6;
    private static final Duration FARTHEST_JUMP = Duration.ofHours(5);
    private static final int MOST_BROKEN_LOOKS = 20;
    private static final List<FaultKind> BREAKS = List.of(FaultKind.RESET, FaultKind.LOST_ANSWER, FaultKind.TIME_OUT);
    private static final Path STATE_FILE = OurJvm.STATE_DIRECTORY.resolve(".gsi_creation_state.json");

    private final History history;
    private final World world;
    private final Truth truth;
    private final RandomGenerator random;
    private final SimulatedDisk disk = new SimulatedDisk();
    private final List<OurProcess> processes = new ArrayList<>();

    private Play(History history) {
        this.history = history;
        this.world = new World(history);
        this.truth = new Truth(world);
        this.random = new SplittableRandom(~history.seed());
    }

    /** Plays and checks; returns the processes, for a test of the play itself. */
    static List<OurProcess> play(History history) {
        var play = new Play(history);
        play.troubles();
        play.calm();
        return play.processes;
    }

    private void troubles() {
        var period = Draw.between(random, Duration.ZERO, Duration.ofHours(6));
        var until = world.time().instant().plus(period);
        if (history.has(Trouble.SOMEONE_ELSE)) {
            Meddling.during(period, world, random);
        }
        var faults = FaultPlan.random(history.faults(), random.nextDouble(0.02, 0.4), until, world.time(), random);
        if (history.has(Trouble.CLOCK_JUMPS)) {
            setTheClock(period);
        }
        for (int i = 0; i < MOST_TROUBLED_PROCESSES && world.time().instant().isBefore(until); i++) {
            troubledProcess(faults);
            world.time().pass(Draw.between(random, Duration.ZERO, Duration.ofMinutes(40)));
        }
        var now = world.time().instant();
        world.time().pass(now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO);
        // What someone else began to delete is gone then.
        world.time().pass(Duration.ofMinutes(10));
    }

    private void setTheClock(Duration period) {
        for (int jumps = random.nextInt(1, MOST_JUMPS); jumps > 0; jumps--) {
            var by = Draw.between(random, FARTHEST_JUMP.negated(), FARTHEST_JUMP);
            world.time()
                    .in(
                            Draw.between(random, Duration.ZERO, period),
                            () -> world.time().setWallClock(by));
        }
    }

    private void troubledProcess(FaultPlan faults) {
        try (var jvm = jvm(random.nextInt(4) == 0, Listening.BREAKING)) {
            for (int runs = runsOfOneEngine(); runs > 0 && !jvm.hasCrashed(); runs--) {
                if (history.has(Trouble.PLANS)) {
                    plan(jvm, faults);
                }
                run(
                        jvm,
                        new Orders(
                                ofThisProcess(faults), endBefore(Trouble.CRASHES), endBefore(Trouble.INTERRUPTIONS)));
            }
        }
    }

    private FaultPlan ofThisProcess(FaultPlan faults) {
        var plan = faults;
        if (history.has(Trouble.EXPIRING_CREDENTIALS)) {
            plan = plan.withCredentialsUntil(
                    world.time().instant().plus(Draw.between(random, Duration.ZERO, Duration.ofHours(2))),
                    world.time());
        }
        if (history.has(Trouble.BROKEN_BEGINNINGS)) {
            var broken = random.ints(random.nextInt(MOST_BROKEN_LOOKS), 0, BREAKS.size())
                    .mapToObj(BREAKS::get)
                    .toList();
            plan = plan.beginningWith(broken, random);
        }
        return history.has(Trouble.UNKNOWN_CALLER) ? plan.withoutCaller() : plan;
    }

    private OurJvm jvm(boolean retryFailed, Listening troubled) {
        var listening = history.has(Trouble.THROWING_LISTENERS) ? troubled : Listening.CALM;
        return new OurJvm(world, disk, retryFailed, listening, random);
    }

    private int runsOfOneEngine() {
        return history.has(Trouble.SEVERAL_RUNS_OF_ONE_ENGINE) ? random.nextInt(2, 4) : 1;
    }

    private int endBefore(Trouble trouble) {
        return history.has(trouble) && random.nextInt(4) > 0 ? random.nextInt(1, LATEST_END) : 0;
    }

    private void calm() {
        Map<IndexId, IndexReport> last = new HashMap<>();
        var plain = calmRun(false);
        plain.indexes().forEach(index -> last.put(index.id(), index));
        if (plain.indexes().stream().anyMatch(index -> !index.isActive())) {
            calmRun(true).indexes().stream()
                    .filter(index -> index.outcome() != Outcome.PENDING)
                    .forEach(index -> last.put(index.id(), index));
        }
        for (var table : world.definitions().tables()) {
            for (var index : table.indexes()) {
                assertEndedRight(
                        table, index, Objects.requireNonNull(last.get(new IndexId(table.name(), index.name()))));
            }
        }
    }

    /** By one engine several times, if need be: then the later ones find all in place. The first of them is given. */
    private RunReport calmRun(boolean retryFailed) {
        try (var jvm = jvm(retryFailed, Listening.THROWING)) {
            var plan = history.has(Trouble.PLANS) ? plan(jvm, FaultPlan.NONE) : Optional.<Plan>empty();
            var first = calmRun(jvm);
            plan.ifPresent(foreseen -> assertForeseen(foreseen, first));
            for (int runs = runsOfOneEngine() - 1; runs > 0; runs--) {
                // Looks are late by a few seconds, and a retry leaves alone what it sees building.
                world.time().pass(Duration.ofSeconds(10));
                assertGoneOn(first, calmRun(jvm));
            }
            return first;
        }
    }

    private RunReport calmRun(OurJvm jvm) {
        var report = Objects.requireNonNull(run(jvm, Orders.UNDISTURBED).report());
        assertThat(report.ending()).as("how a run without troubles ends").isEqualTo(RunReport.Ending.COMPLETE);
        return report;
    }

    /** A plan says what a run does that nobody disturbs; but for limits, of which DescribeTable says nothing. */
    private static void assertForeseen(Plan plan, RunReport report) {
        if (!plan.verdict().isGreen()) {
            assertThat(report.isSuccessful()).as("green after %s", plan).isFalse();
        } else if (!report.isSuccessful()) {
            assertThat(report.with(Outcome.FAILED))
                    .as("what failed after a green plan, %s", report)
                    .isNotEmpty()
                    .allMatch(index -> "LimitExceededException"
                            .equals(Objects.requireNonNull(index.failure()).code()));
        }
        if (plan.asksForNothing()) {
            assertNothingAskedFor(report);
            assertThat(report.isSuccessful()).as("green after %s", plan).isTrue();
        }
    }

    /** A further run of one engine in calm: what is ACTIVE stays so, and what failed is no better for being forgotten. */
    private static void assertGoneOn(RunReport first, RunReport further) {
        assertNothingAskedFor(further);
        for (int i = 0; i < first.indexes().size(); i++) {
            assertThat(further.indexes().get(i).isActive())
                    .as("%s after %s", further.indexes().get(i), first.indexes().get(i))
                    .isEqualTo(first.indexes().get(i).isActive());
        }
    }

    /** Looks are late: what is ACTIVE may be seen building once more, and is waited for. */
    private static void assertNothingAskedFor(RunReport report) {
        assertThat(report.with(Outcome.CREATED))
                .as("created where all that can be had is there")
                .allMatch(index -> index.attempts() == 0);
    }

    private Optional<Plan> plan(OurJvm jvm, FaultPlan faults) {
        var before = disk.text(STATE_FILE);
        var plan = jvm.plan(faults);
        assertThat(disk.text(STATE_FILE)).as("the state file after a plan").isEqualTo(before);
        return plan;
    }

    private void assertEndedRight(TableDefinition table, IndexDefinition index, IndexReport report) {
        var obstacle = truth.obstacle(table, index);
        if (obstacle.isEmpty()) {
            assertThat(report.isActive())
                    .as("%s, which can be had, is reported ACTIVE", report)
                    .isTrue();
            assertThat(truth.isEnsured(table, index))
                    .as("%s is ACTIVE in the account", report)
                    .isTrue();
        } else {
            assertThat(report.outcome()).as("%s, which can't be had", report).isEqualTo(Outcome.FAILED);
            assertThat(Objects.requireNonNull(report.failure()).code())
                    .as("the reason why %s can't be had", report)
                    .isIn(obstacle.get());
        }
    }

    private OurProcess run(OurJvm jvm, Orders orders) {
        var process = jvm.run(orders);
        processes.add(process);
        TrailInvariants.check(process.trail());
        var report = process.report();
        if (report == null) {
            ReportInvariants.checkCrashed(world, process, disk);
        } else {
            ReportInvariants.checkEnded(world, process, report, disk, history.has(Trouble.SOMEONE_ELSE));
        }
        return process;
    }
}
