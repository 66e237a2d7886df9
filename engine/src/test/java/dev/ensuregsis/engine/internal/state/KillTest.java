package dev.ensuregsis.engine.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.state.GsiStateManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that are killed while they write. */
class KillTest {
    /** Each takes a JVM: many are CI's, few the desk's. When a write is cut off, at which of its steps, {@link CrashTest} tries all. */
    private static final int PROCESSES =
            Boolean.getBoolean("ci.build") ? 30 : Boolean.getBoolean("desk.build") ? 3 : 10;

    private static final int AT_A_TIME = 4;
    private static final int FILES = 10;

    @TempDir
    Path directory;

    /** Writes to ten files for as long as it lives, and says what is saved. */
    static final class Writer {
        public static void main(String[] arguments) {
            var random = new Random(Long.parseLong(arguments[1]));
            // A test that is killed itself kills nobody.
            var test = ProcessHandle.current().parent().orElseThrow();
            while (test.isAlive()) {
                int file = random.nextInt(FILES);
                try (var manager = new GsiStateManager("writer", Path.of(arguments[0], "" + file))) {
                    manager.initializeGsis(Fixtures.many(3, 20));
                    int count = count(manager);
                    for (int i = random.nextInt(30); i >= 0; i--) {
                        manager.updateGsiStatus("table-0", "index-0", GsiStatus.IN_PROGRESS, ++count, "again");
                        if (random.nextInt(5) == 0) {
                            manager.flush();
                            System.out.println(file + " " + count);
                        }
                    }
                }
            }
        }
    }

    private static int count(GsiStateManager manager) {
        return manager.getGsiStatus("table-0", "index-0").orElseThrow().retryCount();
    }

    @Test
    void everyFileIsWholeAndHoldsWhatWasSavedAndTheNextRunTidiesUp() throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var pool = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            var deaths = new ArrayList<Future<Map<Integer, Integer>>>();
            for (int i = 0; i < PROCESSES; i++) {
                var home = directory.resolve("process-" + i);
                var childRandom = new Random(random.nextLong());
                deaths.add(pool.submit(() -> writeUntilKilled(home, childRandom)));
            }
            int saved = 0;
            for (int i = 0; i < PROCESSES; i++) {
                var acknowledged = deaths.get(i).get();
                saved += acknowledged.size();
                for (int file = 0; file < FILES; file++) {
                    assertIsWhole(
                            directory.resolve("process-" + i).resolve("" + file), acknowledged.getOrDefault(file, 0));
                }
            }
            assertThat(saved).as("files that were saved before a kill").isGreaterThanOrEqualTo(PROCESSES);
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed, e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** What it said was saved, per file, until it was killed a random moment after so many of its words. */
    private static Map<Integer, Integer> writeUntilKilled(Path home, Random random) throws Exception {
        var killer = Executors.newSingleThreadScheduledExecutor();
        try (var child = ChildJvm.start(Writer.class, home.toString(), "" + random.nextLong())) {
            var said = new ArrayList<String>();
            for (int words = 1 + random.nextInt(20); words > 0; words--) {
                said.add(child.line());
            }
            var death = killer.schedule(child::kill, random.nextInt(50_000), TimeUnit.MICROSECONDS);
            said.addAll(child.rest());
            death.get();
            var acknowledged = new HashMap<Integer, Integer>();
            for (var line : said) {
                var parts = line.split(" ", 2);
                acknowledged.put(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
            }
            return acknowledged;
        } finally {
            killer.shutdownNow();
        }
    }

    private static void assertIsWhole(Path home, int acknowledged) throws IOException {
        try (var next = new GsiStateManager("writer", home)) {
            if (next.loaded().isPresent()) {
                assertThat(next.loaded()).get().isInstanceOf(StoredState.Kept.class);
                assertThat(next.getAllGsis()).hasSize(60);
                assertThat(count(next)).isGreaterThanOrEqualTo(acknowledged);
            } else {
                assertThat(acknowledged).isZero();
            }
            next.initializeGsis(Fixtures.many(3, 20));
            next.updateGsiStatus("table-1", "index-1", GsiStatus.IN_PROGRESS);
        }
        try (var files = Files.list(home)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(".gsi_creation_state.json", ".gsi_creation_state.lock");
        }
    }

    /** Writes until it is told to end, and seals the state then. */
    static final class Sealed {
        public static void main(String[] arguments) {
            var manager = new GsiStateManager("sealed", Path.of(arguments[0]));
            manager.initializeGsis(Fixtures.many(3, 20));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                manager.seal();
                System.out.println("saved " + count(manager));
            }));
            try {
                for (int count = 1; ; count++) {
                    manager.updateGsiStatus("table-0", "index-0", GsiStatus.IN_PROGRESS, count, null);
                    if (count == 100) {
                        System.out.println("ready");
                    }
                }
            } catch (StateException.Sealed e) {
                System.out.println("closed");
            }
        }
    }

    @Test
    void aTerminatedProcessSavesWhatItKnows() {
        List<String> said;
        try (var child = ChildJvm.start(Sealed.class, directory.toString())) {
            assertThat(child.line()).isEqualTo("ready");
            child.terminate();
            said = child.rest();
        }
        try (var next = new GsiStateManager("sealed", directory)) {
            assertThat(said).contains("saved " + count(next));
            assertThat(count(next)).isGreaterThanOrEqualTo(100);
        }
    }
}
