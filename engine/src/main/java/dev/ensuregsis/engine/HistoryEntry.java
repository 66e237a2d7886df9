package dev.ensuregsis.engine;

import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.StateSummary;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the history keeps of a run, by its report. */
final class HistoryEntry {
    private HistoryEntry() {}

    static EndedRun of(Instant startedAt, Instant endedAt, Verdict verdict, List<IndexReport> indexes) {
        var summary = new StateSummary(
                indexes.size(),
                count(indexes, Set.of(Outcome.PENDING)),
                count(indexes, Set.of(Outcome.BUILDING, Outcome.WAITING)),
                count(indexes, Set.of(Outcome.CREATED, Outcome.ALREADY_ACTIVE)),
                count(indexes, Set.of(Outcome.FAILED, Outcome.LEFT_FAILED)));
        return new EndedRun(
                startedAt,
                endedAt,
                null,
                verdict.name().toLowerCase(Locale.ROOT),
                summary,
                deeds(indexes, Outcome.CREATED),
                deeds(indexes, Outcome.FAILED));
    }

    private static int count(List<IndexReport> indexes, Set<Outcome> outcomes) {
        return (int) indexes.stream()
                .filter(index -> outcomes.contains(index.outcome()))
                .count();
    }

    private static List<EndedRun.Deed> deeds(List<IndexReport> indexes, Outcome outcome) {
        return indexes.stream()
                .filter(index -> index.outcome() == outcome)
                .sorted(Comparator.comparing(IndexReport::endedAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(index -> new EndedRun.Deed(index.id(), index.endedAt()))
                .toList();
    }
}
