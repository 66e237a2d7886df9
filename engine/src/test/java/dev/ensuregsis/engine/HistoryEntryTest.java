package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.StateSummary;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of a run in the history. */
class HistoryEntryTest {
    private static final Instant NOW = Instant.parse("2026-02-01T10:30:00Z");

    @ParameterizedTest
    @EnumSource
    void everyIndexIsCountedOnceButOneThatIsGone(Outcome outcome) {
        var summary = entry(outcome).summary();

        assertThat(summary.total()).isEqualTo(outcome == Outcome.DELETED ? 0 : 1);
        assertThat(summary.pending() + summary.inProgress() + summary.active() + summary.failed())
                .isEqualTo(summary.total());
    }

    @Test
    void whatWasReplacedIsActiveAndCreated() {
        var entry = entry(Outcome.REPLACED, Outcome.DELETING, Outcome.DELETED);

        assertThat(entry.summary()).isEqualTo(new StateSummary(2, 0, 1, 1, 0));
        assertThat(entry.created()).containsExactly(new EndedRun.Deed(new IndexId("bookings", "REPLACED"), NOW));
    }

    private static EndedRun entry(Outcome... outcomes) {
        var indexes = Stream.of(outcomes)
                .map(outcome -> new IndexReport(new IndexId("bookings", outcome.name()), outcome, 0, null, NOW, null))
                .toList();
        return HistoryEntry.of(NOW, NOW, Verdict.ENSURED, List.copyOf(indexes));
    }
}
