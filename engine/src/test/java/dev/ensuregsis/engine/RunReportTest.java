package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.RunReport.Ending;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.event.TableFailure;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a report says to a person. */
class RunReportTest {
    private static final Failure DIFFERS =
            new Failure(FailureKind.REFUSED, "TableMissing", "no table t", "It isn't there.", false, step());

    @Test
    void complaintsHaveTheReasonItsMeaningAndTheNextStep() {
        var report = report(index("a", Outcome.CREATED, null), index("b", Outcome.FAILED, DIFFERS));

        assertThat(report.complaints())
                .singleElement()
                .satisfies(text -> assertThat(text.lines())
                        .containsExactly(
                                "t.b: TableMissing: no table t", "  It isn't there.", "  " + step().plainWords()));
    }

    @Test
    void whatIsWrongWithManyIsToldOnceAndWhatIsNotDoneYetIsNamed() {
        var report = report(
                index("a", Outcome.FAILED, DIFFERS),
                index("b", Outcome.FAILED, DIFFERS),
                index("c", Outcome.LEFT_FAILED, null),
                index("d", Outcome.BUILDING, null));

        assertThat(report.complaints(Failure::code))
                .containsExactly("t.a, t.b: TableMissing", "t.c: left failed", "t.d: building");
    }

    @Test
    void whatIsNotDoneYetSaysWhatWasWaitedFor() {
        var report = new RunReport(
                "run-1",
                Target.UNKNOWN,
                Instant.EPOCH,
                Instant.EPOCH,
                Ending.TIMED_OUT,
                List.of(index("a", Outcome.BUILDING, null), index("b", Outcome.PENDING, null), pendingOfOther()),
                List.of(),
                List.of(
                        new GsiEvent.Waiting("t", "a", Phase.BACKFILLING, Duration.ofHours(1), 0, 0, 1, 3),
                        new GsiEvent.Waiting("u", null, Phase.TABLE_UPDATING, Duration.ofHours(1), 0, 0, 1, 3)),
                null,
                null,
                null,
                null);

        assertThat(report.complaints())
                .containsExactly(
                        "t.a: building (backfilling)",
                        "t.b: pending",
                        "u.c: pending (waiting for the table, which is UPDATING)");
    }

    @Test
    void whatEndedTheRunComesFirstAndTablesBeforeIndexes() {
        var report = new RunReport(
                "run-1",
                Target.UNKNOWN,
                Instant.EPOCH,
                Instant.EPOCH,
                Ending.ABORTED,
                List.of(index("a", Outcome.PENDING, null)),
                List.of(new TableFailure("u", DIFFERS)),
                null,
                DIFFERS,
                null,
                null);

        assertThat(report.complaints(Failure::code)).containsExactly("TableMissing", "u: TableMissing", "t.a: pending");
    }

    @Test
    void aGreenRunHasNone() {
        assertThat(report(index("a", Outcome.ALREADY_ACTIVE, null)).complaints())
                .isEmpty();
    }

    private static NextStep step() {
        return NextStep.of(NextStep.Kind.FIND_TABLE);
    }

    private static IndexReport index(String name, Outcome outcome, @Nullable Failure failure) {
        return new IndexReport(new IndexId("t", name), outcome, 1, null, null, failure);
    }

    private static IndexReport pendingOfOther() {
        return new IndexReport(new IndexId("u", "c"), Outcome.PENDING, 0, null, null, null);
    }

    private static RunReport report(IndexReport... indexes) {
        return new RunReport(
                "run-1",
                Target.UNKNOWN,
                Instant.EPOCH,
                Instant.EPOCH,
                Ending.COMPLETE,
                List.of(indexes),
                List.of(),
                null,
                null,
                null,
                null);
    }
}
