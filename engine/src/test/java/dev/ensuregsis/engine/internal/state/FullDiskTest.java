package dev.ensuregsis.engine.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk of 64 KiB, where the machine lets us mount one. {@link CrashTest} has the simulated one. */
class FullDiskTest {
    @TempDir
    Path directory;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", directory.toString());
        assumeThat(mounted).as("this machine lets us mount a small disk").isTrue();
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", directory.toString());
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private GsiStateManager manager() {
        var manager = new GsiStateManager("flights", directory);
        manager.initializeGsis(Fixtures.many(4, 20));
        return manager;
    }

    private static void update(GsiStateManager manager, GsiStatus status) {
        manager.updateGsiStatus("table-0", "index-0", status);
    }

    @Test
    void aDiskThatFillsUpStopsTheRunAndKeepsTheLastFile() throws IOException {
        var manager = manager();
        update(manager, GsiStatus.IN_PROGRESS);
        manager.flush();
        Files.write(directory.resolve("filler"), new byte[28 * 1024]);

        update(manager, GsiStatus.ACTIVE);

        await().untilAsserted(() -> assertThatThrownBy(
                        () -> manager.updateGsiStatus("table-1", "index-1", GsiStatus.IN_PROGRESS))
                .isInstanceOf(StateException.NotWritten.class)
                .hasMessageContaining("No space left on device"));
        assertThatThrownBy(manager::close).isInstanceOf(StateException.NotWritten.class);
        assertThat(directory.resolve(".gsi_creation_state.json.tmp")).doesNotExist();
        assertThat(manager().getGsiStatus("table-0", "index-0"))
                .map(GsiEntry::status)
                .contains(GsiStatus.IN_PROGRESS);

        Files.delete(directory.resolve("filler"));
        try (var next = manager()) {
            update(next, GsiStatus.ACTIVE);
        }
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(".gsi_creation_state.json", ".gsi_creation_state.lock");
        }
    }

    @Test
    void aReadOnlyDirectoryStopsTheFirstChangeBeforeIt() throws Exception {
        assumeThat(run("mount", "-o", "remount,ro", directory.toString())).isTrue();
        try (var manager = manager()) {
            assertThatThrownBy(() -> update(manager, GsiStatus.IN_PROGRESS))
                    .isInstanceOf(StateException.NotWritten.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("writable");
            assertThat(manager.getPendingGsis()).hasSize(80);
        }
    }
}
