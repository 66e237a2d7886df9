package dev.ensuregsis.maven.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.EndedRun.Deed;
import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.spi.StateSummary;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the status says of earlier runs: what isn't known is a dash. */
class HistoryTextTest {
    private static final Instant STARTED = Instant.parse("2026-02-01T10:30:00Z");
    private static final Instant ENDED = Instant.parse("2026-02-01T10:45:00Z");
    private static final StateSummary SUMMARY = new StateSummary(2, 0, 0, 1, 1);
    private static final String COUNTS = "2 indexes: 0 pending, 0 in progress, 1 active, 1 failed";

    static Stream<Arguments> runs() {
        return Stream.of(
                Arguments.of(
                        run(STARTED, "still_building", owner("ci", "https://ci.example/job/7")),
                        "  2026-02-01T10:30:00Z to 2026-02-01T10:45:00Z, still building, by ci on runner"
                                + " (https://ci.example/job/7): " + COUNTS),
                Arguments.of(
                        run(STARTED, "interrupted", owner(null, null)),
                        "  2026-02-01T10:30:00Z to 2026-02-01T10:45:00Z, interrupted, by - on runner: " + COUNTS),
                Arguments.of(
                        run(STARTED, null, null), "  2026-02-01T10:30:00Z to 2026-02-01T10:45:00Z, -, by -: " + COUNTS),
                Arguments.of(run(null, null, null), "  - to 2026-02-01T10:45:00Z, -, by -: " + COUNTS));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aRunIsALine(EndedRun run, String line) {
        assertThat(text(List.of(run))).containsExactly("", "Earlier runs:", line);
    }

    @Test
    void whatItDidStandsUnderIt() {
        var run = new EndedRun(
                STARTED,
                ENDED,
                null,
                "failed",
                SUMMARY,
                List.of(new Deed(new IndexId("bookings", "by-agent"), ENDED)),
                List.of(new Deed(new IndexId("bookings", "by-flight"), null)));

        assertThat(text(List.of(run)))
                .endsWith("    created: bookings.by-agent 2026-02-01T10:45:00Z", "    failed: bookings.by-flight -");
    }

    @Test
    void twoIndexesWhoseNamesJoinAreToldApart() {
        var run = new EndedRun(
                STARTED,
                ENDED,
                null,
                "failed",
                SUMMARY,
                List.of(new Deed(new IndexId("abc.def", "ghi"), ENDED)),
                List.of(new Deed(new IndexId("abc", "def.ghi"), ENDED)));

        assertThat(text(List.of(run)))
                .anyMatch(line -> line.startsWith("    created: abc.def.ghi "))
                .anyMatch(line -> line.startsWith("    failed: abc/def.ghi "));
    }

    @Test
    void noneIsSaidToo() {
        assertThat(text(List.of())).containsExactly("", "No earlier runs are known.");
    }

    private static List<String> text(List<EndedRun> runs) {
        return HistoryText.lines(runs).stream().map(Line::text).toList();
    }

    private static EndedRun run(@Nullable Instant started, @Nullable String ending, @Nullable LockOwner owner) {
        return new EndedRun(started, ENDED, owner, ending, SUMMARY, List.of(), List.of());
    }

    private static LockOwner owner(@Nullable String user, @Nullable String link) {
        return new LockOwner(7, "runner", STARTED, "create", user, link);
    }
}
