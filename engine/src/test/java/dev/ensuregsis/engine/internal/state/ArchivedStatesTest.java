package dev.ensuregsis.engine.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.Disk;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.EndedRun.Deed;
import dev.ensuregsis.engine.spi.StateSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What archived state files tell of earlier runs, of ours and of other programs; and what they can't. */
class ArchivedStatesTest {
    private static final Instant CREATED = Instant.parse("2026-02-01T10:30:00Z");

    @TempDir
    Path folder = Path.of("");

    @Test
    void theLastOnesComeFirstAndNoMoreThanAskedFor() throws IOException {
        archive("20260201_103000", "");
        archive("20260203_103000", "");
        archive("20260202_103000", "");

        assertThat(runs(2))
                .extracting(EndedRun::endedAt)
                .containsExactly(Instant.parse("2026-02-03T10:30:00Z"), Instant.parse("2026-02-02T10:30:00Z"));
    }

    @Test
    void whoRanItAndHowItEndedIsNotInAFile() throws IOException {
        archive("20260201_113000", "");

        assertThat(runs(1))
                .containsExactly(new EndedRun(
                        CREATED,
                        Instant.parse("2026-02-01T11:30:00Z"),
                        null,
                        null,
                        new StateSummary(0, 0, 0, 0, 0),
                        List.of(),
                        List.of()));
    }

    /** Another program's file has no time at which an index was seen ACTIVE, and none has one at which it failed. */
    @Test
    void whatWasCreatedAndWhatFailedIsThereWithTheTimesThatThereAre() throws IOException {
        archive("20260201_113000", """
                "t.ours": {"table_name": "t", "index_name": "ours", "status": "active",
                  "creation_time": "2026-02-01T10:31:00Z", "retry_count": 0, "last_error": null,
                  "active_time": "2026-02-01T10:42:10Z"},
                "t.theirs": {"table_name": "t", "index_name": "theirs", "status": "active",
                  "creation_time": "2026-02-01T10:31:00Z", "retry_count": 0, "last_error": null},
                "t.adopted": {"table_name": "t", "index_name": "adopted", "status": "active",
                  "creation_time": null, "retry_count": 0, "last_error": null},
                "t.failed": {"table_name": "t", "index_name": "failed", "status": "failed",
                  "creation_time": "2026-02-01T10:33:00Z", "retry_count": 5, "last_error": "no"}""");

        assertThat(runs(1)).singleElement().satisfies(run -> {
            assertThat(run.created())
                    .containsExactlyInAnyOrder(
                            new Deed(new IndexId("t", "ours"), Instant.parse("2026-02-01T10:42:10Z")),
                            new Deed(new IndexId("t", "theirs"), null));
            assertThat(run.failed()).containsExactly(new Deed(new IndexId("t", "failed"), null));
            assertThat(run.summary().active()).isEqualTo(3);
        });
    }

    @Test
    void whatIsNoArchiveOrCantBeReadIsLeftOut() throws IOException {
        archive("20260201_103000", "");
        Files.writeString(folder.resolve(".gsi_creation_state_20260202_103000.json"), "{");
        Files.copy(file("20260201_103000"), folder.resolve(".gsi_creation_state_damaged_20260203_103000.json"));
        Files.copy(file("20260201_103000"), folder.resolve(".gsi_creation_state.json"));

        assertThat(runs(9)).hasSize(1);
    }

    private List<EndedRun> runs(int most) throws IOException {
        return new ArchivedStates(Disk.LOCAL).of(folder, most);
    }

    private void archive(String at, String entries) throws IOException {
        var active = entries.split("\"active\"", -1).length - 1;
        var failed = entries.split("\"failed\",\n", -1).length - 1;
        Files.writeString(file(at), """
                {"version": "1.0", "created_at": "2026-02-01T10:30:00Z", "updated_at": "2026-02-01T10:35:00Z",
                 "script_name": "flights", "gsis": {%s},
                 "summary": {"total": %d, "pending": 0, "in_progress": 0, "active": %d, "failed": %d}}""".formatted(entries, active + failed, active, failed));
    }

    private Path file(String at) {
        return folder.resolve(".gsi_creation_state_" + at + ".json");
    }
}
