package dev.ensuregsis.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.history.OurProcess.Orders;
import dev.ensuregsis.engine.simulation.Draw;
import dev.ensuregsis.engine.simulation.FaultPlan;
import dev.ensuregsis.engine.simulation.SimulatedDisk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        for (int i = 0; i < MOST_TROUBLED_PROCESSES && world.time().instant().isBefore(until); i++) {
            var credentials = history.has(Trouble.EXPIRING_CREDENTIALS)
                    ? faults.withCredentialsUntil(
                            world.time().instant().plus(Draw.between(random, Duration.ZERO, Duration.ofHours(2))),
                            world.time())
                    : faults;
            run(new Orders(
                    random.nextInt(4) == 0, credentials, endBefore(Trouble.CRASHES), endBefore(Trouble.INTERRUPTIONS)));
            world.time().pass(Draw.between(random, Duration.ZERO, Duration.ofMinutes(40)));
        }
        var now = world.time().instant();
        world.time().pass(now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO);
        // What someone else began to delete is gone then.
        world.time().pass(Duration.ofMinutes(10));
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

    private RunReport calmRun(boolean retryFailed) {
        var report = Objects.requireNonNull(run(Orders.undisturbed(retryFailed)).report());
        assertThat(report.ending()).as("how a run without troubles ends").isEqualTo(RunReport.Ending.COMPLETE);
        return report;
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

    private OurProcess run(Orders orders) {
        var process = OurProcess.run(world, disk, orders, random);
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
