package dev.ensuregsis.maven.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.StateSummary;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs that have ended, and whose indexes have names that join to one text. */
class JoinedNamesInHistoryTest {
    private static final Instant NOW = Instant.parse("2026-02-01T10:30:00Z");

    @Test
    void twoIndexesWhoseNamesJoinAreToldApart() {
        var run = new EndedRun(
                NOW,
                NOW,
                null,
                "failed",
                new StateSummary(2, 0, 0, 1, 1),
                List.of(new EndedRun.Deed(new IndexId("abc.def", "ghi"), NOW)),
                List.of(new EndedRun.Deed(new IndexId("abc", "def.ghi"), NOW)));

        assertThat(HistoryText.lines(List.of(run)))
                .extracting(Line::text)
                .anyMatch(line -> line.startsWith("    created: abc.def.ghi "))
                .anyMatch(line -> line.startsWith("    failed: abc/def.ghi "));
    }
}
