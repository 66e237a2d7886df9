package dev.ensuregsis.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.internal.state.Fixtures;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StoredState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample and the file shown in docs/state.md. */
class StatePageTest {
    private static final Path PAGE = Path.of("../docs/state.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/ensuregsis/engine/state/StatePageTest.java");

    @TempDir
    Path directory;

    private interface Deployment {
        void create(IndexId index) throws IOException;
    }

    private static void run(Definitions definitions, Path directory, Deployment deployment) {
        // sample begins
        try (var state = new GsiStateManager("my-deployment", directory)) {
            state.loaded().ifPresent(System.out::println);
            state.warnings().forEach(System.err::println);
            state.initializeGsis(definitions);
            for (var next = state.getResumePoint(); next.isPresent(); next = state.getResumePoint()) {
                var index = next.get().id();
                state.updateGsiStatus(index.tableName(), index.indexName(), GsiStatus.IN_PROGRESS);
                try {
                    deployment.create(index);
                    state.updateGsiStatus(index.tableName(), index.indexName(), GsiStatus.ACTIVE);
                } catch (IOException e) {
                    int retries = next.get().retryCount() + 1;
                    state.updateGsiStatus(
                            index.tableName(), index.indexName(), GsiStatus.FAILED, retries, e.getMessage());
                }
            }
            state.printStatus();
            if (state.isComplete()) {
                state.cleanup().ifPresent(archive -> System.out.println("State file archived to " + archive));
            }
        }
        // sample ends
    }

    @Test
    void thePageShowsTheSampleThatRunsHere() throws IOException {
        var lines = Files.readAllLines(SOURCE);
        var sample = lines
                .subList(lines.indexOf("        // sample begins") + 1, lines.indexOf("        // sample ends"))
                .stream()
                .map(line -> line.substring(8))
                .collect(Collectors.joining("\n", "```java\n", "\n```\n"));

        assertThat(PAGE).content().contains(sample);
    }

    @Test
    void theSampleArchivesWhatSucceedsAndKeepsWhatFails() throws IOException {
        var definitions = Fixtures.table("bookings", "one", "two");

        run(definitions, directory, index -> {
            if (index.indexName().equals("two")) {
                throw new IOException("no");
            }
        });
        try (var state = new GsiStateManager("my-deployment", directory)) {
            assertThat(state.getFailedGsis()).extracting(GsiEntry::lastError).containsExactly("no");
        }
        var second = directory.resolve("second");
        run(definitions, second, index -> {});
        try (var files = Files.list(second)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains(".gsi_creation_state.lock")
                    .anyMatch(name -> name.matches("\\.gsi_creation_state_\\d{8}_\\d{6}\\.json"));
        }
    }

    @Test
    void theFileOnThePageIsOneThatIsRead() throws IOException {
        var page = Files.readString(PAGE);
        int begin = page.indexOf("```json\n") + "```json\n".length();
        Files.writeString(
                directory.resolve(".gsi_creation_state.json"), page.substring(begin, page.indexOf("```", begin)));

        try (var state = new GsiStateManager("flights", directory)) {
            assertThat(state.loaded()).get().isInstanceOf(StoredState.Kept.class);
            assertThat(state.warnings()).isEmpty();
            assertThat(state.recordedTarget()).isPresent();
            assertThat(state.getFailedGsis()).hasSize(1);
            assertThatThrownBy(state::cleanup).isInstanceOf(StateException.Unfinished.class);
        }
    }
}
