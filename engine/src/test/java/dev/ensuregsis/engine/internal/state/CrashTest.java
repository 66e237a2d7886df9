package dev.ensuregsis.engine.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.internal.state.LossyDisk.Survives;
import dev.ensuregsis.engine.spi.Disk;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A crash before each single step on the disk, with a disk that keeps only what was forced, everything, or either. */
class CrashTest {
    private static final Path DIRECTORY = Path.of("/deploy/state/prod").toAbsolutePath();
    private static final Path EXISTING = Path.of("/deploy").toAbsolutePath();
    private static final Path FILE = DIRECTORY.resolve(".gsi_creation_state.json");

    private final SimulatedTime time = new SimulatedTime();

    private static final class PowerLoss extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private GsiStateManager manager(Disk disk) {
        var manager = SimulatedStates.manager("flights", DIRECTORY, disk, () -> time);
        manager.initializeGsis(Fixtures.table("bookings", "one", "two"));
        return manager;
    }

    /** A run that saves after each change, and what was saved for good after each save. */
    private final class Run {
        private final List<List<GsiEntry>> saved = new ArrayList<>();
        private boolean archived;

        void on(Disk disk) {
            saved.add(List.of());
            var manager = manager(disk);
            for (var index : List.of("one", "two")) {
                for (var status : List.of(GsiStatus.IN_PROGRESS, GsiStatus.ACTIVE)) {
                    manager.updateGsiStatus("bookings", index, status);
                    saved.add(manager.getAllGsis());
                    manager.flush();
                    saved.remove(0);
                }
            }
            manager.cleanup();
            archived = true;
        }
    }

    @ParameterizedTest
    @EnumSource(Survives.class)
    void leavesTheFileThatWasSavedLastOrTheOneBeingSaved(Survives survives) {
        for (int seed = 0; seed < (survives == Survives.SOME ? 20 : 1); seed++) {
            int step = 0;
            while (crashesBefore(step, survives, new Random(seed))) {
                step++;
            }
            assertThat(step).as("steps of a whole run").isGreaterThan(20);
        }
    }

    private boolean crashesBefore(int crashStep, Survives survives, Random random) {
        var disk = LossyDisk.with(EXISTING);
        var steps = new int[1];
        disk.failOn(step -> {
            if (steps[0]++ == crashStep) {
                throw new PowerLoss();
            }
        });
        var run = new Run();
        boolean crashed = false;
        try {
            run.on(disk);
        } catch (PowerLoss e) {
            crashed = true;
        }
        var after = disk.crash(survives, random);
        var next = manager(after);
        boolean archived = after.files().stream().anyMatch(CrashTest::isArchive);
        if (next.loaded().isPresent()) {
            assertThat(next.loaded()).get().as("before step " + crashStep).isInstanceOf(StoredState.Kept.class);
            assertThat(run.saved).as("before step " + crashStep).contains(recorded(after));
            assertThat(run.archived).isFalse();
        } else {
            assertThat(archived || run.saved.contains(List.<GsiEntry>of()))
                    .as("no file before step " + crashStep)
                    .isTrue();
        }
        next.updateGsiStatus("bookings", "one", GsiStatus.IN_PROGRESS, 7, null);
        next.close();
        assertThat(after.files()).allMatch(file -> file.equals(FILE) || isArchive(file));
        return crashed;
    }

    private List<GsiEntry> recorded(Disk disk) {
        try {
            return ((Reading.Whole) DocumentReader.read(disk.read(FILE).orElseThrow()))
                    .whole().entries().stream().map(StateDocument.Entry::gsi).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isArchive(Path file) {
        return file.getFileName().toString().matches("\\.gsi_creation_state_\\d{8}_\\d{6}\\.json");
    }

    @Test
    void aDamagedFileThatWasPutAsideIsThereAfterACrash() throws Exception {
        var disk = LossyDisk.with(DIRECTORY);
        try (var out = disk.create(FILE)) {
            out.write("{\"version\": \"1.0\", ".getBytes(StandardCharsets.UTF_8));
        }
        disk.force(FILE);
        disk.forceDirectory(DIRECTORY);

        manager(disk).updateGsiStatus("bookings", "one", GsiStatus.ACTIVE);

        assertThat(disk.crash(Survives.NOTHING, new Random(0)).files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(".gsi_creation_state_damaged_20260201_103000.json");
    }

    @Test
    void whatADeadRunLeftIsClearedByAnUpdateThatHasNothingToWrite() throws Exception {
        var disk = LossyDisk.with(DIRECTORY);
        disk.create(DIRECTORY.resolve(".gsi_creation_state.json.tmp")).close();

        var manager = manager(disk);
        assertThat(disk.files()).hasSize(1);
        manager.updateGsiStatus("bookings", "one", GsiStatus.ACTIVE);
        manager.close();

        assertThat(disk.files()).isEmpty();
    }

    @Test
    void aFullDiskIsThrownByTheNextUpdateAndKeepsTheOldFile() throws Exception {
        var disk = LossyDisk.with(DIRECTORY);
        var manager = manager(disk);
        manager.updateGsiStatus("bookings", "one", GsiStatus.IN_PROGRESS);
        time.advance(Duration.ofSeconds(1));
        disk.failOn(step -> {
            if (step.startsWith("write")) {
                throw new IOException("No space left on device");
            }
        });
        manager.updateGsiStatus("bookings", "one", GsiStatus.ACTIVE);
        time.advance(Duration.ofSeconds(1));

        assertThatThrownBy(() -> manager.updateGsiStatus("bookings", "two", GsiStatus.IN_PROGRESS))
                .isInstanceOf(StateException.NotWritten.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining(FILE.toString())
                .hasMessageContaining("keep the state elsewhere");
        assertThat(manager.getGsiStatus("bookings", "two"))
                .get()
                .extracting(GsiEntry::status)
                .isEqualTo(GsiStatus.PENDING);
        assertThatThrownBy(manager::close).isInstanceOf(StateException.NotWritten.class);
        assertThat(recorded(disk))
                .extracting(GsiEntry::status)
                .containsExactly(GsiStatus.IN_PROGRESS, GsiStatus.PENDING);
    }

    @Test
    void whenThereIsSpaceAgainAFlushSavesWhatWasKept() {
        var disk = LossyDisk.with(DIRECTORY);
        var manager = manager(disk);
        disk.failOn(step -> {
            if (step.startsWith("force ")) {
                throw new IOException("No space left on device");
            }
        });
        manager.updateGsiStatus("bookings", "one", GsiStatus.IN_PROGRESS);
        assertThatThrownBy(manager::flush).isInstanceOf(StateException.NotWritten.class);
        disk.failOn(step -> {});

        manager.flush();
        manager.updateGsiStatus("bookings", "one", GsiStatus.ACTIVE);
        manager.close();

        assertThat(recorded(disk)).isEqualTo(manager.getAllGsis());
    }
}
