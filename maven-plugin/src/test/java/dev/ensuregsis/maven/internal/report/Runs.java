package dev.ensuregsis.maven.internal.report;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs to report of. */
public final class Runs {
    static final Instant START = Instant.parse("2026-02-01T10:30:00Z");

    /** What anybody may have written into a message, a file's name or an environment. */
    public static final String HOSTILE =
            "</style><script>alert(1)</script>]]>\" onload='x' &lt; | `` ** \u0000\u001b[31m ##[error]x\n::error::y";

    private Runs() {}

    /** One index of each outcome, on three tables. */
    public static Report mixed(String message) {
        var indexes = List.of(
                index("bookings", "by-agent", Outcome.CREATED, 1, null),
                index("bookings", "by-date", Outcome.FAILED, 5, failure("LimitExceededException", message)),
                index("crews", "by-base", Outcome.BUILDING, 1, null),
                index("crews", "by-rank", Outcome.PENDING, 0, null),
                index("flights", "by-status", Outcome.WAITING, 0, failure("ResourceInUseException", message)),
                index("flights", "by-route", Outcome.ALREADY_ACTIVE, 0, null));
        return Report.of(
                "create",
                new Finding.Ran(run(RunReport.Ending.TIMED_OUT, indexes), definitions(message), chronicle()),
                "Still building, run again to go on. " + message);
    }

    /** Nothing has failed, and not all is there. */
    static Report late() {
        return Report.of(
                "create",
                new Finding.Ran(
                        run(
                                RunReport.Ending.TIMED_OUT,
                                List.of(
                                        index("crews", "by-base", Outcome.BUILDING, 1, null),
                                        index("crews", "by-rank", Outcome.PENDING, 0, null))),
                        definitions("gsis.json"),
                        chronicle()),
                "Still building, run again to go on: 1 building, 1 not started, 0 failed. State is kept.");
    }

    /** All that was wanted, of very many. */
    static Report large(int tables, int indexesOfEach) {
        var indexes = new ArrayList<IndexReport>();
        var chronicle = new Chronicle();
        for (int t = 0; t < tables; t++) {
            for (int i = 0; i < indexesOfEach; i++) {
                var index = index("table-of-the-airline-" + t, "by-attribute-" + i, Outcome.CREATED, 1, null);
                indexes.add(index);
                chronicle.note(new GsiEvent.CreatingIndex(index.id(), 1), START.plusSeconds(60L * i));
                chronicle.note(
                        new GsiEvent.IndexCreated(index.id(), Duration.ofSeconds(50)), START.plusSeconds(60L * i + 50));
            }
        }
        return Report.of(
                "create",
                new Finding.Ran(run(RunReport.Ending.COMPLETE, indexes), new Definitions(List.of()), chronicle),
                null);
    }

    static Chronicle chronicle() {
        var chronicle = new Chronicle();
        var byAgent = new IndexId("bookings", "by-agent");
        chronicle.note(waiting("bookings", "by-agent", Phase.TABLE_BUSY, null), START);
        chronicle.note(new GsiEvent.CreatingIndex(byAgent, 1), START.plusSeconds(60));
        chronicle.note(waiting("bookings", "by-agent", Phase.ALLOCATING, null), START.plusSeconds(90));
        chronicle.note(waiting("bookings", "by-agent", Phase.BACKFILLING, null), START.plusSeconds(120));
        chronicle.note(waiting("bookings", "by-agent", Phase.BACKFILLING, null), START.plusSeconds(180));
        chronicle.note(new GsiEvent.IndexCreated(byAgent, Duration.ofMinutes(4)), START.plusSeconds(300));
        chronicle.note(
                waiting("flights", "by-status", Phase.TABLE_BUSY, failure("ResourceInUseException", "in use")),
                START.plusSeconds(10));
        chronicle.note(
                new GsiEvent.IndexFailed(
                        new IndexId("bookings", "by-date"), 5, failure("LimitExceededException", "too many")),
                START.plusSeconds(400));
        return chronicle;
    }

    private static GsiEvent.Waiting waiting(String table, String index, Phase phase, @Nullable Failure refusal) {
        return new GsiEvent.Waiting(table, index, phase, Duration.ZERO, 0, 0, 0, 1, refusal);
    }

    private static RunReport run(RunReport.Ending ending, List<IndexReport> indexes) {
        return new RunReport(
                "run-1",
                new Target("123456789012", "eu-central-1", null),
                START,
                START.plusSeconds(600),
                ending,
                indexes,
                List.of(),
                null,
                null,
                null,
                null);
    }

    private static IndexReport index(
            String table, String name, Outcome outcome, int attempts, @Nullable Failure failure) {
        return new IndexReport(
                new IndexId(table, name),
                outcome,
                attempts,
                attempts == 0 ? null : START.plusSeconds(60),
                outcome == Outcome.CREATED || outcome == Outcome.FAILED ? START.plusSeconds(300) : null,
                failure);
    }

    private static Failure failure(String code, String message) {
        return new Failure(
                FailureKind.QUOTA,
                code,
                message,
                "The table is full.",
                false,
                NextStep.of(NextStep.Kind.MAKE_ROOM_FOR_INDEX));
    }

    private static Definitions definitions(String source) {
        return new Definitions(List.of("bookings", "crews", "flights").stream()
                .map(table -> new TableDefinition(
                        table,
                        Map.of(),
                        List.of(new IndexDefinition("by-agent", KeySchema.of("agent"), null, Capacity.UNSTATED)),
                        null,
                        new Place(source, 7, "/" + table)))
                .toList());
    }
}
