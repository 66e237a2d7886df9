package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.RunReport.Ending;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.TableFailure;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one verdict, by the facts of a report. */
class VerdictTest {
    private static final Failure WHY =
            new Failure(FailureKind.REFUSED, "Any", "any", "any", false, NextStep.of(NextStep.Kind.RUN_AGAIN));

    /**
     * Outcomes of the indexes in order, the first of which failed in an earlier run; what a retry knows: no retry, no
     * state, or a state.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        COMPLETE      |                              |         |     | ENSURED
        COMPLETE      | CREATED ALREADY_ACTIVE       |         |     | ENSURED
        COMPLETE      | CREATED ALREADY_ACTIVE       |         | YES | FAILED
        COMPLETE      | CREATED FAILED               |         |     | FAILED
        COMPLETE      | LEFT_FAILED CREATED          |         |     | FAILED
        COMPLETE      | CREATED PENDING              |         |     | FAILED
        COMPLETE      | CREATED BUILDING             |         |     | FAILED
        COMPLETE      | CREATED PENDING              | UNKNOWN |     | NOTHING_KNOWN_TO_RETRY
        COMPLETE      | PENDING PENDING              | UNKNOWN |     | NOTHING_KNOWN_TO_RETRY
        COMPLETE      | ALREADY_ACTIVE ALREADY_ACTIVE| UNKNOWN |     | ENSURED
        COMPLETE      | CREATED PENDING              | KNOWN   |     | RETRIED
        COMPLETE      | CREATED CREATED              | KNOWN   |     | ENSURED
        COMPLETE      | PENDING CREATED              | KNOWN   |     | FAILED
        COMPLETE      | CREATED BUILDING             | KNOWN   |     | FAILED
        COMPLETE      | FAILED PENDING               | KNOWN   |     | FAILED
        LEFT_BUILDING | BUILDING PENDING             |         |     | LEFT_BUILDING
        LEFT_BUILDING | CREATED BUILDING             |         |     | LEFT_BUILDING
        LEFT_BUILDING | FAILED BUILDING              |         |     | FAILED
        LEFT_BUILDING | LEFT_FAILED BUILDING         |         |     | FAILED
        LEFT_BUILDING | BUILDING                     |         | YES | FAILED
        TIMED_OUT     | CREATED BUILDING             |         |     | STILL_BUILDING
        TIMED_OUT     | PENDING PENDING              |         |     | STILL_BUILDING
        TIMED_OUT     | FAILED BUILDING              |         |     | FAILED
        ABORTED       | CREATED CREATED              |         |     | ABORTED
        ABORTED       | FAILED PENDING               |         |     | ABORTED
        INTERRUPTED   | CREATED CREATED              |         |     | INTERRUPTED
        INTERRUPTED   | PENDING                      | KNOWN   |     | INTERRUPTED
        """)
    void followsFromTheFacts(
            Ending ending,
            @Nullable String outcomes,
            @Nullable String retry,
            @Nullable String aTableFailed,
            Verdict verdict) {
        var indexes = new ArrayList<IndexReport>();
        Stream.ofNullable(outcomes)
                .flatMap(words -> Stream.of(words.split(" ", -1)))
                .map(Outcome::valueOf)
                .forEach(outcome -> indexes.add(index(indexes.size(), outcome)));
        var failedBefore = Set.of(id(0));
        var known = retry == null ? null : new Retry(retry.equals("KNOWN"), failedBefore);

        var report = report(ending, indexes, aTableFailed != null, known);

        assertThat(report.verdict()).isEqualTo(verdict);
        assertThat(report.isSuccessful()).isEqualTo(verdict.isGreen());
    }

    @Property(tries = 2000)
    void isGreenOnlyWhereEachIndexIsActiveOrMayStay(@ForAll("reports") RunReport report) {
        if (!report.verdict().isGreen()) {
            return;
        }
        assertThat(report.failedTables()).isEmpty();
        assertThat(report.ending()).isIn(EnumSet.of(Ending.COMPLETE, Ending.LEFT_BUILDING));
        for (var index : report.indexes()) {
            var mayStay = report.ending() == Ending.LEFT_BUILDING
                    ? EnumSet.of(Outcome.BUILDING, Outcome.WAITING, Outcome.PENDING, Outcome.DELETING)
                            .contains(index.outcome())
                    : index.outcome() == Outcome.PENDING && neverFailed(index, report.retry());
            assertThat(index.isAsWanted() || mayStay)
                    .as("%s in a green %s", index, report)
                    .isTrue();
        }
    }

    private static boolean neverFailed(IndexReport index, @Nullable Retry retry) {
        return retry != null && retry.stateIsKnown() && !retry.failedBefore().contains(index.id());
    }

    @Property(tries = 1000)
    void isRedOnlyForAReason(@ForAll("reports") RunReport report) {
        if (report.ending() == Ending.COMPLETE
                && report.failedTables().isEmpty()
                && report.indexes().stream().allMatch(IndexReport::isActive)) {
            assertThat(report.verdict()).isEqualTo(Verdict.ENSURED);
        }
    }

    @Provide
    Arbitrary<RunReport> reports() {
        var outcomes = Arbitraries.of(Outcome.class).list().ofMaxSize(3);
        var failed = Arbitraries.integers().between(0, 2).set();
        var retries = Combinators.combine(Arbitraries.of(true, false), failed)
                .as((known, numbers) -> {
                    var ids = new HashSet<IndexId>();
                    numbers.forEach(number -> ids.add(id(number)));
                    return new Retry(known, ids);
                })
                .injectNull(0.4);
        return Combinators.combine(
                        Arbitraries.of(Ending.class),
                        outcomes,
                        Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)),
                        retries)
                .as((ending, ended, tableFailed, retry) -> {
                    var indexes = new ArrayList<IndexReport>();
                    ended.forEach(outcome -> indexes.add(index(indexes.size(), outcome)));
                    return report(ending, indexes, tableFailed, retry);
                });
    }

    private static IndexId id(int number) {
        return new IndexId("bookings", "index-" + number);
    }

    private static IndexReport index(int number, Outcome outcome) {
        return new IndexReport(id(number), outcome, 1, null, null, outcome == Outcome.FAILED ? WHY : null);
    }

    private static RunReport report(
            Ending ending, List<IndexReport> indexes, boolean aTableFailed, @Nullable Retry retry) {
        return new RunReport(
                "run",
                Target.UNKNOWN,
                Instant.EPOCH,
                Instant.EPOCH,
                ending,
                indexes,
                aTableFailed ? List.of(new TableFailure("flights", WHY)) : List.of(),
                retry,
                ending == Ending.ABORTED ? WHY : null,
                null,
                null);
    }
}
