package dev.ensuregsis.engine;

import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateSummary;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the history keeps of a run, by its report. */
final class HistoryEntry {
    private HistoryEntry() {}

    static EndedRun of(Instant startedAt, Instant endedAt, Verdict verdict, List<IndexReport> indexes) {
        return new EndedRun(
                startedAt,
                endedAt,
                null,
                verdict.name().toLowerCase(Locale.ROOT),
                summary(indexes),
                deeds(indexes, Set.of(Outcome.CREATED, Outcome.REPLACED)),
                deeds(indexes, Set.of(Outcome.FAILED)));
    }

    private static StateSummary summary(List<IndexReport> indexes) {
        Map<GsiStatus, Integer> counts = new EnumMap<>(GsiStatus.class);
        for (var index : indexes) {
            var status = status(index.outcome());
            if (status != null) {
                counts.merge(status, 1, Integer::sum);
            }
        }
        return new StateSummary(
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts.getOrDefault(GsiStatus.PENDING, 0),
                counts.getOrDefault(GsiStatus.IN_PROGRESS, 0),
                counts.getOrDefault(GsiStatus.ACTIVE, 0),
                counts.getOrDefault(GsiStatus.FAILED, 0));
    }

    /** How an index stood at the end; null for one that is gone, as it was to be. */
    private static @Nullable GsiStatus status(Outcome outcome) {
        return switch (outcome) {
            case PENDING -> GsiStatus.PENDING;
            case BUILDING, WAITING, DELETING -> GsiStatus.IN_PROGRESS;
            case CREATED, REPLACED, ALREADY_ACTIVE -> GsiStatus.ACTIVE;
            case FAILED, LEFT_FAILED -> GsiStatus.FAILED;
            case DELETED -> null;
        };
    }

    private static List<EndedRun.Deed> deeds(List<IndexReport> indexes, Set<Outcome> outcomes) {
        return indexes.stream()
                .filter(index -> outcomes.contains(index.outcome()))
                .sorted(Comparator.comparing(IndexReport::endedAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(index -> new EndedRun.Deed(index.id(), index.endedAt()))
                .toList();
    }
}
