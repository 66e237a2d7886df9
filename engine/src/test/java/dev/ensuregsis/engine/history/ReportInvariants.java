package dev.ensuregsis.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.Verdict;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.simulation.CallRecord;
import dev.ensuregsis.engine.simulation.CallRecord.Kind;
import dev.ensuregsis.engine.simulation.SimulatedDisk;
import dev.ensuregsis.engine.spi.ControlPlaneFault.Answered;
import dev.ensuregsis.engine.spi.ControlPlaneFault.NoAnswer;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.RetryPolicies;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has to hold for the report and the state file of a process of ours. */
final class ReportInvariants {
    private static final int UNKNOWN_LIMIT_TRIES = 3;
    private static final int LOOKS_BEFORE_THE_FIRST_ANSWER = 5;

    /** The moment that the file may be behind at a crash: thirty writes, and a little. */
    private static final Duration MOMENT = OurJvm.WRITE.multipliedBy(50);

    private static final Set<String> OWN_CODES = Set.of(
            "TableMissing",
            "TableUnusable",
            "TableDiffers",
            "IndexDiffers",
            "AttributeTypeDiffers",
            "NeverAppeared",
            "IndexVanished",
            "NoAnswer");

    private final World world;
    private final OurProcess process;
    private final GsiStateManager state;

    private ReportInvariants(World world, OurProcess process, SimulatedDisk disk) {
        this.world = world;
        this.process = process;
        this.state = OurJvm.state(world, disk.mount());
    }

    /** For a process that ended by itself. */
    static void checkEnded(
            World world, OurProcess process, RunReport report, SimulatedDisk disk, boolean othersMeddle) {
        var invariants = new ReportInvariants(world, process, disk);
        for (var index : report.indexes()) {
            invariants.attemptsKeepToThePolicy(index, othersMeddle);
            invariants.failureHasATrueReason(index);
            if (invariants.recorded() && report.archive() == null) {
                invariants.stateAgrees(index, report.ending());
            }
            if (!othersMeddle && index.isActive()) {
                invariants.accountAgrees(index);
            }
        }
        if (report.archive() != null) {
            assertThat(disk.files()).as("the archive").contains(Path.of(report.archive()));
            assertThat(report.indexes()).as("indexes of an archived run").allMatch(IndexReport::isActive);
        }
        invariants.greenIsTrue(report, othersMeddle);
        invariants.endsForWantOfAnAnswerOnlyAfterAFewTries(report);
        invariants.endsForWantOfTheAccountOnlyWhenNoTableCanTellIt(report);
        invariants.diskIsTidy(disk);
    }

    /** A run is judged on what the account and the state say, whatever ran before it in this JVM. */
    private void greenIsTrue(RunReport report, boolean othersMeddle) {
        if (!report.isSuccessful()) {
            return;
        }
        for (var index : report.indexes()) {
            if (!index.isActive()) {
                assertThat(process.retryFailed() && index.outcome() == Outcome.PENDING)
                        .as("a green run may leave %s", index)
                        .isTrue();
                assertThat(state.getGsiStatus(index.id().tableName(), index.id().indexName())
                                .map(GsiEntry::status))
                        .as("what the state says of %s, which a green run left", index)
                        .isNotEqualTo(Optional.of(GsiStatus.FAILED));
            } else if (!othersMeddle) {
                accountAgrees(index);
            }
        }
        if (report.verdict() == Verdict.RETRIED) {
            assertThat(report.retry()).as("what a green retry knew").isNotNull();
            assertThat(report.retry().stateIsKnown()).isTrue();
        }
    }

    /** Nobody listens, or the connection broke: the former ends it at once, which no history draws. */
    private void endsForWantOfAnAnswerOnlyAfterAFewTries(RunReport report) {
        var why = report.abortedBy();
        if (why != null && why.code().equals("NoAnswer")) {
            var broken = process.trail().stream()
                    .filter(call -> call.kind() == Kind.LOOK && call.fault() instanceof NoAnswer)
                    .collect(Collectors.groupingBy(CallRecord::tableName, Collectors.counting()));
            assertThat(broken.values())
                    .as("broken looks per table of a run that ended for them")
                    .anyMatch(times -> times >= LOOKS_BEFORE_THE_FIRST_ANSWER);
        }
    }

    /** Each was looked at, and is missing, or will never be seen. */
    private void endsForWantOfTheAccountOnlyWhenNoTableCanTellIt(RunReport report) {
        var why = report.abortedBy();
        if (why != null && why.code().equals("UnknownAccount")) {
            for (var table : world.definitions().tables()) {
                assertThat(process.trail())
                        .as("looks at %s of a run that ended as nothing tells the account", table.name())
                        .anyMatch(call -> call.kind() == Kind.LOOK
                                && call.tableName().equals(table.name())
                                && (call.fault() == null || world.isDenied(table.name())))
                        .noneMatch(call -> call.seen() != null);
            }
        }
    }

    /** For one that crashed. */
    static void checkCrashed(World world, OurProcess process, SimulatedDisk disk) {
        var invariants = new ReportInvariants(world, process, disk);
        invariants.diskIsTidy(disk);
        process.trail().stream()
                .filter(call -> call.kind() == Kind.CREATE_INDEX)
                .filter(call -> call.at().isBefore(process.endedAt().minus(MOMENT)))
                .forEach(invariants::wasAnnounced);
    }

    private void attemptsKeepToThePolicy(IndexReport index, boolean othersMeddle) {
        assertThat(index.attempts())
                .as("attempts of %s", index)
                .isLessThanOrEqualTo(RetryPolicies.DEFAULT_MAX_ATTEMPTS);
        assertThat(countCalls(index.id(), ReportInvariants::isUnknownLimit))
                .as("tries of %s that met an unknown limit", index.id())
                .isLessThanOrEqualTo(UNKNOWN_LIMIT_TRIES);
        if (!othersMeddle) {
            assertThat((long) index.attempts())
                    .as("attempts of %s, which only errors that use one up and accepted calls may be", index)
                    .isLessThanOrEqualTo(countCalls(index.id(), call -> call.fault() == null || usesAttempt(call)));
        }
    }

    private void failureHasATrueReason(IndexReport index) {
        if (index.outcome() != Outcome.FAILED && index.outcome() != Outcome.WAITING) {
            assertThat(index.failure()).as("failure of %s", index).isNull();
            return;
        }
        var failure = Objects.requireNonNull(index.failure());
        var heard = process.trail().stream()
                .filter(call -> call.tableName().equals(index.id().tableName()))
                .anyMatch(call -> call.fault() instanceof Answered answered
                        && answered.message().equals(failure.message()));
        assertThat(heard || OWN_CODES.contains(failure.code()))
                .as("the reason of %s is one that was heard or found", index)
                .isTrue();
        if (failure.code().equals("NeverAppeared")) {
            assertThat(countCalls(index.id(), call -> call.fault() == null))
                    .as("accepted calls for %s, which never appeared", index.id())
                    .isPositive();
        }
        if (failure.code().equals("IndexVanished")) {
            assertThat(process.trail())
                    .as("looks that showed %s, which vanished", index.id())
                    .anyMatch(call -> shows(call, index.id()));
        }
    }

    private static boolean shows(CallRecord call, IndexId id) {
        var seen = call.seen();
        return seen != null
                && seen.name().equals(id.tableName())
                && seen.index(id.indexName()).isPresent();
    }

    private void stateAgrees(IndexReport index, RunReport.Ending ending) {
        var entry = state.getGsiStatus(index.id().tableName(), index.id().indexName());
        var status = entry.map(GsiEntry::status).orElse(null);
        switch (index.outcome()) {
            case CREATED, ALREADY_ACTIVE ->
                assertThat(status).as("%s in the state", index).isEqualTo(GsiStatus.ACTIVE);
            case FAILED -> {
                assertThat(status).as("%s in the state", index).isEqualTo(GsiStatus.FAILED);
                assertThat(entry.map(GsiEntry::lastError).orElse(null))
                        .as("last error of %s in the state", index)
                        .isEqualTo(summary(index.failure()));
            }
            case REPLACED, DELETED, DELETING -> throw new AssertionError("nobody named " + index);
            case LEFT_FAILED -> assertThat(status).as("%s in the state", index).isEqualTo(GsiStatus.FAILED);
            case BUILDING -> assertThat(status).as("%s in the state", index).isEqualTo(GsiStatus.IN_PROGRESS);
            case WAITING -> {
                assertThat(ending)
                        .as("how a run ends that leaves %s waiting", index)
                        .isNotEqualTo(RunReport.Ending.COMPLETE);
                assertThat(status).as("%s in the state", index).isIn(GsiStatus.PENDING, GsiStatus.IN_PROGRESS);
                assertThat(entry.map(GsiEntry::lastError).orElse(null))
                        .as("last error of %s in the state", index)
                        .isEqualTo(summary(index.failure()));
            }
            case PENDING ->
                assertThat(ending != RunReport.Ending.COMPLETE || process.retryFailed())
                        .as("the run may leave %s pending", index)
                        .isTrue();
        }
    }

    private void accountAgrees(IndexReport index) {
        var live = world.account()
                .truth(index.id().tableName())
                .flatMap(table -> table.index(index.id().indexName()));
        assertThat(live)
                .as("%s in the account", index)
                .hasValueSatisfying(found -> assertThat(found.status().name()).isEqualTo("ACTIVE"));
    }

    private void wasAnnounced(CallRecord call) {
        var entry = state.getGsiStatus(call.tableName(), Objects.requireNonNull(call.indexName()));
        assertThat(entry)
                .as("what the state says after a crash of an index that was asked for before it: %s", call)
                .hasValueSatisfying(known -> assertThat(known.status() != GsiStatus.PENDING
                                || (known.lastError() != null && isRefusedSince(call)))
                        .as("%s is pending for having been refused", known)
                        .isTrue());
    }

    private boolean isRefusedSince(CallRecord call) {
        return process.trail().stream()
                .filter(later -> later.kind() == call.kind() && !later.at().isBefore(call.at()))
                .filter(later -> later.tableName().equals(call.tableName())
                        && Objects.equals(later.indexName(), call.indexName()))
                .anyMatch(later -> later.fault() instanceof Answered);
    }

    private void diskIsTidy(SimulatedDisk disk) {
        assertThat(state.warnings()).as("complaints about the state file").isEmpty();
        assertThat(disk.files())
                .as("files")
                .allSatisfy(file -> assertThat(String.valueOf(file.getFileName()))
                        .matches("\\.gsi_creation_state(_\\d{8}_\\d{6})?\\.json(\\.tmp)?"));
    }

    /** Whether the account was checked, so that the run might record something, and there is something. */
    private boolean recorded() {
        return process.events().stream().anyMatch(GsiEvent.RunStarted.class::isInstance)
                && !state.getAllGsis().isEmpty();
    }

    private long countCalls(IndexId id, Predicate<CallRecord> which) {
        return process.trail().stream()
                .filter(call -> call.kind() != Kind.LOOK && call.tableName().equals(id.tableName()))
                .filter(call ->
                        call.kind() == Kind.CREATE_TABLE || id.indexName().equals(call.indexName()))
                .filter(which)
                .count();
    }

    private static boolean usesAttempt(CallRecord call) {
        if (call.fault() instanceof Answered answered) {
            return answered.code() == null
                    || answered.httpStatus() >= 500
                    || answered.code().equals("ResourceNotFoundException")
                    || isUnknownLimit(call);
        }
        return call.fault() instanceof NoAnswer;
    }

    private static boolean isUnknownLimit(CallRecord call) {
        return call.fault() instanceof Answered answered && answered.message().contains("nobody has heard of");
    }

    private static @Nullable String summary(@Nullable Failure failure) {
        return failure == null ? null : failure.summary();
    }
}
