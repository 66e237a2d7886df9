package dev.ensuregsis.maven.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.Retry;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.RunReport.Ending;
import dev.ensuregsis.engine.Verdict;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.maven.internal.build.TypedCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunSummaryTest {
    private static final Instant START = Instant.parse("2026-02-01T10:30:00Z");
    private static final Failure LIMIT = new Failure(
            FailureKind.QUOTA,
            "LimitExceededException",
            "too many",
            "The account is full.",
            false,
            NextStep.of(NextStep.Kind.MAKE_ROOM_FOR_INDEX));
    private static final RunPart ALL = new RunPart(2, 2, false, List.of());
    private static final Audience READER = new Audience(false, 2);
    private static final TypedCommand COMMANDS =
            new TypedCommand("create", List.of("gsi:create"), List.of(), Map.of("gsi.region", "eu-central-1"));

    @Test
    void allIsWell() {
        var report = report(Ending.COMPLETE, null, "/airline/archive.json", created("a"), created("b"));

        assertThat(RunSummary.lines(report, ALL, READER))
                .extracting(Line::text)
                .containsExactly(
                        "",
                        "GSI  OUTCOME  ATTEMPTS  TOOK",
                        "t.a  created  1         1 min 5 s",
                        "t.b  created  1         1 min 5 s",
                        "",
                        "All GSIs created successfully!",
                        "State file archived to archive.json",
                        "  (in /airline)");
    }

    @Test
    void nothingToDoIsNoCreation() {
        var report = report(Ending.COMPLETE, null, null, index("a", Outcome.ALREADY_ACTIVE, null));

        assertThat(RunSummary.lines(report, ALL, READER))
                .last()
                .isEqualTo(Line.info("Nothing to do: 1 GSI already active."));
    }

    @Test
    void aRetryCountsWhatIsStillPending() {
        var report = report(
                Ending.COMPLETE,
                new Retry(true, Set.of(new IndexId("t", "a"))),
                null,
                created("a"),
                index("b", Outcome.PENDING, null));

        assertThat(RunSummary.lines(report, ALL, READER))
                .last()
                .isEqualTo(Line.warning(
                        "1 GSI still pending: gsi:create without gsi.retryFailed creates what is missing."));
    }

    @Test
    void whatWasLeftAloneIsNamed() {
        var report = report(
                Ending.COMPLETE, null, null, index("a", Outcome.LEFT_FAILED, null), index("b", Outcome.FAILED, LIMIT));

        assertThat(RunComplaint.of(report, COMMANDS).lines())
                .contains(
                        "2 of 2 GSIs failed.",
                        "t.b: LimitExceededException: too many",
                        "Failed in an earlier run and left alone (gsi:status says why): t.a");
    }

    @Test
    void aFailureEndsWithReasonNextStepAndCommand() {
        var report = report(Ending.COMPLETE, null, null, created("a"), index("b", Outcome.FAILED, LIMIT));

        assertThat(RunComplaint.of(report, COMMANDS).lines())
                .containsExactly(
                        "1 of 2 GSIs failed.",
                        "t.b: LimitExceededException: too many",
                        "  The account is full.",
                        "  Next: Delete an index that nobody uses, or have the quota raised (Service Quotas), then"
                                + " retry.",
                        "To try the failed ones again: mvn gsi:create -Dgsi.region=eu-central-1 -Dgsi.retryFailed=true");
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aRetryWithoutAStateSaysThatItTriedNothing() {
        var report = report(Ending.COMPLETE, new Retry(false, Set.of()), null, index("a", Outcome.PENDING, null));

        assertThat(RunComplaint.of(report, COMMANDS))
                .startsWith("Nothing was tried: gsi.retryFailed=true is about what failed in an earlier run");
    }

    @Test
    void aTimeoutSaysThatItGoesOn() {
        var report = report(
                Ending.TIMED_OUT, null, null, index("a", Outcome.BUILDING, null), index("b", Outcome.PENDING, null));

        assertThat(RunComplaint.of(report, COMMANDS).lines())
                .containsExactly(
                        "Still building, run again to go on: 1 of 2 GSIs building, 1 not started, 0 failed. State is"
                                + " kept.",
                        "To go on: mvn gsi:create -Dgsi.region=eu-central-1");
    }

    @Test
    void whatHasFailedIsNoMereStillBuildingThoughTheTimeWasUp() {
        var report = report(
                Ending.TIMED_OUT, null, null, index("a", Outcome.FAILED, LIMIT), index("b", Outcome.BUILDING, null));

        assertThat(RunComplaint.of(report, COMMANDS).lines())
                .startsWith(
                        "1 of 2 GSIs failed. Not done yet: 1 of 2 GSIs building, 0 not started. State is" + " kept.",
                        "t.a: LimitExceededException: too many")
                .noneMatch(line -> line.startsWith("Still building"));
    }

    @Test
    void whatIsRefusedForNowIsNeitherBuildingNorNeverStarted() {
        var report = report(
                Ending.TIMED_OUT, null, null, index("a", Outcome.WAITING, LIMIT), index("b", Outcome.PENDING, null));

        assertThat(RunComplaint.of(report, COMMANDS).lines())
                .containsExactly(
                        "Still waiting, run again to go on: 0 of 2 GSIs building, 1 refused for now, 1 not started,"
                                + " 0 failed. State is kept.",
                        "t.a: refused for now: LimitExceededException: too many",
                        "To go on: mvn gsi:create -Dgsi.region=eu-central-1");
    }

    @Test
    void aTimeoutSaysWhatKeptATableThatWasNeverAskedForAChange() {
        var report = new RunReport(
                "run-1",
                Target.UNKNOWN,
                START,
                START,
                Ending.TIMED_OUT,
                List.of(index("a", Outcome.BUILDING, null), index("b", Outcome.PENDING, null)),
                List.of(),
                List.of(
                        new GsiEvent.Waiting("s", "a", Phase.BACKFILLING, Duration.ofMinutes(12), 0, 0, 0, 2),
                        new GsiEvent.Waiting("t", null, Phase.TABLE_UPDATING, Duration.ofMinutes(12), 0, 0, 1, 2)),
                null,
                null,
                null,
                null);

        assertThat(RunComplaint.of(report, COMMANDS).lines())
                .containsExactly(
                        "Still building, run again to go on: 1 of 2 GSIs building, 1 not started, 0 failed. State is"
                                + " kept.",
                        "t: waiting for the table, which is UPDATING, for 12 min",
                        "To go on: mvn gsi:create -Dgsi.region=eu-central-1");
    }

    @Test
    void whatIsRefusedForGoodIsNotToBeTypedAgain() {
        var report = new RunReport(
                "run-1",
                Target.UNKNOWN,
                START,
                START,
                Ending.ABORTED,
                List.of(index("a", Outcome.PENDING, null)),
                List.of(),
                null,
                LIMIT,
                null,
                null);

        assertThat(RunComplaint.of(report, COMMANDS).lines())
                .containsExactly(
                        "LimitExceededException: too many",
                        "  The account is full.",
                        "  Next: Delete an index that nobody uses, or have the quota raised (Service Quotas), then"
                                + " retry.");
    }

    @Test
    void aGreenRunOverAPartSaysWhyItsStateStays() {
        var report = report(Ending.COMPLETE, null, null, created("a"));

        assertThat(RunSummary.lines(report, new RunPart(3, 1, true, List.of()), READER))
                .last()
                .isEqualTo(Line.info("The state stays: this run was about 1 of 3 GSIs (gsi.tables, gsi.indexes), and it"
                        + " is put away when all are active."));
        assertThat(RunSummary.lines(report, new RunPart(1, 1, true, List.of()), READER))
                .last()
                .isEqualTo(Line.info("The state stays: gsi:status shows what is in it, gsi:archive puts it away."));
        assertThat(RunSummary.lines(report, new RunPart(3, 1, false, List.of()), READER))
                .last()
                .isEqualTo(Line.info("All GSIs created successfully!"));
    }

    @Test
    void aGreenRunBesideOthersThatAreNotDoneNamesThem() {
        var others = IntStream.range(0, 7)
                .mapToObj(index -> GsiEntry.pending(new IndexId("bookings", "index-" + index), null, "booking-module"))
                .toList();

        assertThat(RunSummary.lines(
                        report(Ending.COMPLETE, null, null, created("a")), new RunPart(1, 1, true, others), READER))
                .last()
                .isEqualTo(Line.info("The state stays for others who share it:"
                        + " bookings.index-0 (pending, of booking-module), bookings.index-1 (pending, of booking-module),"
                        + " bookings.index-2 (pending, of booking-module), bookings.index-3 (pending, of booking-module),"
                        + " bookings.index-4 (pending, of booking-module) and 2 more. It is put away when these are active"
                        + " too, or by gsi:archive with gsi.force=true."));
    }

    @Test
    void leavingWithoutWaitingSaysWhatTheNextRunWillDo() {
        var report = report(
                Ending.LEFT_BUILDING,
                null,
                null,
                index("a", Outcome.BUILDING, null),
                index("b", Outcome.WAITING, LIMIT),
                index("c", Outcome.PENDING, null));

        assertThat(RunSummary.lines(report, ALL, READER))
                .extracting(Line::text)
                .endsWith(
                        "Left without waiting (gsi.wait=false): 1 of 3 GSIs building, 1 refused for now, 1 not started.",
                        "t.b: refused for now: LimitExceededException: too many",
                        "The same command starts what it can of the other 2, and leaves again; without gsi.wait=false"
                                + " it waits until all are active.");
    }

    @Test
    void whatWasBuildingIsNotCreatedInASecond() {
        var taken = new IndexReport(
                new IndexId("t", "a"), Outcome.CREATED, 0, START, START.plusSeconds(1), null, true, null);

        assertThat(RunSummary.lines(report(Ending.COMPLETE, null, null, taken), ALL, READER))
                .extracting(Line::text)
                .contains("t.a  created  0         1 s (was building)");
    }

    @Test
    void aLongLogCountsWhatWentWellAndListsTheRest() {
        var report = report(Ending.COMPLETE, null, null, created("a"), created("b"), index("c", Outcome.FAILED, LIMIT));

        assertThat(RunSummary.lines(report, ALL, new Audience(false, 51)))
                .extracting(Line::text)
                .containsExactly(
                        "",
                        "3 GSIs: 2 created, 1 failed",
                        "",
                        "GSI  OUTCOME  ATTEMPTS  TOOK",
                        "t.c  failed   1         1 min 5 s");
        assertThat(RunSummary.lines(report, ALL, new Audience(true, 51)))
                .extracting(Line::text)
                .contains("t.a  created  1         1 min 5 s");
    }

    private static IndexReport created(String name) {
        return index(name, Outcome.CREATED, null);
    }

    private static IndexReport index(String name, Outcome outcome, @Nullable Failure failure) {
        return new IndexReport(new IndexId("t", name), outcome, 1, START, START.plusSeconds(65), failure);
    }

    private static RunReport report(
            Ending ending, @Nullable Retry retry, @Nullable String archive, IndexReport... indexes) {
        return new RunReport(
                "run-1",
                new Target("123456789012", "eu-central-1", null),
                START,
                START.plusSeconds(65),
                ending,
                List.of(indexes),
                List.of(),
                retry,
                null,
                null,
                archive);
    }
}
