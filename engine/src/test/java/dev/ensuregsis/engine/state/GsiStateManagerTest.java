package dev.ensuregsis.engine.state;

import static dev.ensuregsis.engine.spi.GsiStatus.ACTIVE;
import static dev.ensuregsis.engine.spi.GsiStatus.FAILED;
import static dev.ensuregsis.engine.spi.GsiStatus.IN_PROGRESS;
import static dev.ensuregsis.engine.spi.GsiStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.internal.state.Fixtures;
import dev.ensuregsis.engine.internal.state.SimulatedStates;
import dev.ensuregsis.engine.internal.state.SimulatedTime;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateSummary;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GsiStateManagerTest {
    private static final Instant START = Instant.parse("2026-02-01T10:30:00Z");

    @TempDir
    Path directory;

    private final SimulatedTime time = new SimulatedTime();

    private GsiStateManager manager() {
        return SimulatedStates.manager("flights", directory, () -> time);
    }

    private GsiStateManager manager(String... indexes) {
        var manager = manager();
        manager.initializeGsis(Fixtures.table("bookings", indexes));
        return manager;
    }

    private Path file() {
        return directory.resolve(".gsi_creation_state.json");
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static GsiEntry entry(GsiStateManager manager, String index) {
        return manager.getGsiStatus("bookings", index).orElseThrow();
    }

    @Nested
    class LifeOfAnEntry {
        @Test
        void pendingThenInProgressThenActive() {
            try (var manager = manager("one")) {
                assertThat(entry(manager, "one").status()).isEqualTo(PENDING);
                assertThat(entry(manager, "one").creationTime()).isNull();

                time.advance(Duration.ofSeconds(5));
                manager.updateGsiStatus("bookings", "one", IN_PROGRESS);
                assertThat(entry(manager, "one").creationTime()).isEqualTo(START.plusSeconds(5));

                time.advance(Duration.ofSeconds(5));
                manager.updateGsiStatus("bookings", "one", IN_PROGRESS, 1, "LimitExceededException: later");
                assertThat(entry(manager, "one").creationTime()).isEqualTo(START.plusSeconds(5));
                assertThat(entry(manager, "one").lastError()).isEqualTo("LimitExceededException: later");

                manager.updateGsiStatus("bookings", "one", IN_PROGRESS);
                assertThat(entry(manager, "one").creationTime()).isEqualTo(START.plusSeconds(10));
                assertThat(entry(manager, "one").lastError()).isEqualTo("LimitExceededException: later");

                manager.updateGsiStatus("bookings", "one", ACTIVE);
                assertThat(entry(manager, "one").lastError()).isNull();
                assertThat(entry(manager, "one").retryCount()).isEqualTo(1);
                assertThat(manager.shouldSkipGsi("bookings", "one")).isTrue();
            }
        }

        @Test
        void isTakenUpByTheNextRun() {
            try (var first = manager("one", "two")) {
                first.updateGsiStatus("bookings", "one", ACTIVE);
                first.updateGsiStatus("bookings", "two", FAILED, 5, "ValidationException: never");
            }
            try (var second = manager("one", "two", "three")) {
                assertThat(second.shouldSkipGsi("bookings", "one")).isTrue();
                assertThat(second.getFailedGsis())
                        .extracting(GsiEntry::lastError, GsiEntry::retryCount)
                        .containsExactly(tuple("ValidationException: never", 5));
                assertThat(second.getResumePoint())
                        .map(entry -> entry.id().indexName())
                        .contains("three");
                assertThat(second.isComplete()).isFalse();
                assertThat(second.summary()).isEqualTo(new StateSummary(3, 1, 0, 1, 1));
            }
        }

        @Test
        void anInterruptedOneIsTheResumePoint() {
            try (var manager = manager("one", "two", "three")) {
                manager.updateGsiStatus("bookings", "one", ACTIVE);
                manager.updateGsiStatus("bookings", "two", IN_PROGRESS);

                assertThat(manager.getResumePoint())
                        .map(entry -> entry.id().indexName())
                        .contains("two");
            }
        }

        @Test
        void aFailedOneIsPendingAgainOnlyWhenItsDefinitionChanged() {
            try (var manager = manager("one", "two")) {
                manager.updateGsiStatus("bookings", "one", FAILED, 5, "no");
                manager.updateGsiStatus("bookings", "two", ACTIVE);
            }
            try (var same = manager("one", "two")) {
                assertThat(entry(same, "one").status()).isEqualTo(FAILED);
            }
            try (var changed = manager()) {
                changed.initializeGsis(Fixtures.changed("bookings", "one", "two"));

                assertThat(entry(changed, "one").status()).isEqualTo(PENDING);
                assertThat(entry(changed, "one").lastError()).isNull();
                assertThat(entry(changed, "one").retryCount()).isEqualTo(5);
                assertThat(entry(changed, "two").status()).isEqualTo(ACTIVE);
            }
        }

        @Test
        void anErrorThatIsNoTextIsStillSaved() {
            try (var manager = manager("one")) {
                manager.updateGsiStatus("bookings", "one", FAILED, 1, "half a pair: \uD83D");
            }
            try (var next = manager("one")) {
                assertThat(entry(next, "one").lastError()).isEqualTo("half a pair: ?");
            }
        }

        @Test
        void whatNobodyDefinedOrRecordedIsRefused() {
            try (var manager = manager("one")) {
                assertThatThrownBy(() -> manager.updateGsiStatus("bookings", "other", ACTIVE))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("bookings.other");
                assertThatThrownBy(() -> manager.updateGsiStatus("bookings", "one", FAILED, -1, null))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Nested
    class NoLookNoChange {
        @Test
        void definingAndRecordingATargetLeavesNothingBehind() throws IOException {
            try (var manager = manager("one")) {
                manager.recordTarget(new Target("123456789012", "eu-central-1", null));
                manager.flush();
            }
            assertThat(files()).isEmpty();
        }

        @Test
        void aRunThatFindsEverythingActiveLeavesNothingBehind() throws IOException {
            try (var manager = manager("one", "two")) {
                manager.updateGsiStatus("bookings", "one", ACTIVE);
                manager.updateGsiStatus("bookings", "two", ACTIVE);

                assertThat(manager.isComplete()).isTrue();
                assertThat(manager.cleanup()).isEmpty();
            }
            assertThat(files()).isEmpty();
        }

        @Test
        void whatWasFoundActiveIsInTheFileThatTheFirstCreationMakes() {
            try (var manager = manager("one", "two")) {
                manager.updateGsiStatus("bookings", "one", ACTIVE);
                manager.recordTarget(new Target("123456789012", "eu-central-1", null));
                manager.updateGsiStatus("bookings", "two", IN_PROGRESS);
            }
            try (var next = manager()) {
                assertThat(next.shouldSkipGsi("bookings", "one")).isTrue();
                assertThat(next.recordedTarget()).contains(new Target("123456789012", "eu-central-1", null));
            }
        }

        @Test
        void anUpdateThatSaysNothingNewTakesNoLock() throws IOException {
            try (var first = manager("one")) {
                first.updateGsiStatus("bookings", "one", FAILED, 1, "no");
            }
            Files.delete(directory.resolve(".gsi_creation_state.lock"));
            try (var second = manager("one")) {
                second.updateGsiStatus("bookings", "one", FAILED, 1, "no");
            }
            assertThat(files()).containsExactly(".gsi_creation_state.json");
        }

        @Test
        void readingADamagedFileLeavesItWhereItIs() throws IOException {
            Files.writeString(file(), "{");
            try (var manager = manager("one")) {
                assertThat(manager.loaded()).get().isInstanceOf(StoredState.Damaged.class);
                assertThat(manager.warnings()).singleElement().asString().contains("damaged at line 1");
            }
            assertThat(files()).containsExactly(".gsi_creation_state.json");
        }
    }

    @Nested
    class FilesFound {
        @Test
        void aDamagedOneIsPutAsideByTheFirstUpdateAndNeverOverAnother() throws IOException {
            Files.writeString(directory.resolve(".gsi_creation_state_damaged_20260201_103000.json"), "older");
            Files.writeString(file(), "{\"version\": \"1.0\", \"gsis\": {");
            var aside = directory.resolve(".gsi_creation_state_damaged_20260201_103001.json");
            try (var manager = manager("one")) {
                manager.updateGsiStatus("bookings", "one", ACTIVE);

                assertThat(manager.putAside()).contains(aside.toString());
            }
            assertThat(aside).hasContent("{\"version\": \"1.0\", \"gsis\": {");
            assertThat(file()).doesNotExist();
        }

        @Test
        void oneOfAHigherVersionIsRefusedAndStays() throws IOException {
            Files.writeString(file(), "{\"version\": \"2.0\"}");

            assertThatThrownBy(() -> manager())
                    .isInstanceOf(StateException.OtherVersion.class)
                    .hasMessageContaining("\"2.0\"")
                    .hasMessageContaining("\"1.0\"");
            assertThat(file()).hasContent("{\"version\": \"2.0\"}");
        }

        @Test
        void oneThatIsADirectoryCanNotBeRead() throws IOException {
            Files.createDirectory(file());

            assertThatThrownBy(() -> manager()).isInstanceOf(StateException.NotRead.class);
        }

        @Test
        void oneOfAnotherScriptIsResumedWithAWarning() {
            try (var theirs = new GsiStateManager("theirs", directory)) {
                theirs.initializeGsis(Fixtures.table("bookings", "one"));
                theirs.updateGsiStatus("bookings", "one", IN_PROGRESS);
            }
            try (var ours = manager("one")) {
                assertThat(ours.loaded()).get().isInstanceOf(StoredState.Kept.class);
                assertThat(ours.warnings())
                        .singleElement()
                        .asString()
                        .contains("\"theirs\"")
                        .contains("\"flights\"");
            }
        }

        @Test
        void unknownFieldsOutlastARun() throws IOException {
            Files.writeString(file(), """
                    {"version": "1.0", "owner": "team", "gsis": {"bookings.one": {"table_name": "bookings",
                     "index_name": "one", "status": "in_progress", "ticket": 42}}, "summary": {"eta": "3h"}}""");
            try (var manager = manager("one")) {
                manager.updateGsiStatus("bookings", "one", ACTIVE);
            }
            assertThat(file()).content().contains("\"owner\": \"team\"", "\"ticket\": 42", "\"eta\": \"3h\"");
        }
    }

    @Nested
    class Targets {
        private final Target here = new Target("123456789012", "eu-central-1", null);

        @Test
        void anotherAccountIsAConflictAndAnUnknownPartIsNone() {
            try (var manager = manager("one")) {
                assertThat(manager.conflict(here)).isEmpty();
                manager.recordTarget(new Target(null, "eu-central-1", null));
                manager.recordTarget(here);

                assertThat(manager.conflict(new Target(null, null, "http://localhost:8000")))
                        .isEmpty();
                assertThat(manager.conflict(new Target("999999999999", "eu-central-1", null)))
                        .contains(new Target.Conflict("account", "123456789012", "999999999999"));
                assertThatThrownBy(() -> manager.recordTarget(new Target(null, "us-east-1", null)))
                        .isInstanceOf(StateException.OtherTarget.class)
                        .hasMessageContaining("region eu-central-1")
                        .hasMessageContaining("region us-east-1")
                        .hasMessageContaining("give each a state of its own");
                assertThat(manager.recordedTarget()).contains(here);
            }
        }

        @Test
        void aPasswordInAnEndpointIsNotKept() {
            assertThat(new Target(null, null, "https://user:pass@example.com:8000/x@y").endpoint())
                    .isEqualTo("https://example.com:8000/x@y");
        }

        @Test
        void theSameEndpointWrittenOtherwiseIsNoConflict() {
            var one = new Target(null, null, "http://LOCALHOST:8000/");

            assertThat(one.conflictWith(new Target(null, null, "http://localhost:8000")))
                    .isEmpty();
            assertThat(one.conflictWith(new Target(null, null, "http://localhost:8001")))
                    .isPresent();
        }
    }

    @Nested
    class Archive {
        @Test
        void isMadeWhenEverythingDefinedIsActiveWhateverElseIsInTheFile() throws IOException {
            try (var before = manager("gone", "one")) {
                before.updateGsiStatus("bookings", "gone", FAILED, 1, "no");
                before.updateGsiStatus("bookings", "one", ACTIVE);
            }
            Files.writeString(directory.resolve(".gsi_creation_state_20260201_103000.json"), "older");
            try (var manager = manager("one")) {
                assertThat(manager.isComplete()).isTrue();
                assertThat(manager.getFailedGsis()).isEmpty();
                var archive = directory.resolve(".gsi_creation_state_20260201_103001.json");

                assertThat(manager.cleanup()).contains(archive.toString());
                assertThat(archive).content().contains("bookings.gone");
                assertThat(manager.shouldSkipGsi("bookings", "one")).isTrue();
                assertThat(manager.cleanup()).isEmpty();
            }
            assertThat(directory.resolve(".gsi_creation_state_20260201_103000.json"))
                    .hasContent("older");
            assertThat(file()).doesNotExist();
        }

        @Test
        void isRefusedWhileSomethingIsNotActiveUnlessForced() {
            try (var manager = manager("one", "two")) {
                manager.updateGsiStatus("bookings", "one", IN_PROGRESS);

                assertThatThrownBy(manager::cleanup)
                        .isInstanceOf(StateException.Unfinished.class)
                        .hasMessageContaining("2 indexes: 1 pending, 1 in progress, 0 active, 0 failed")
                        .hasMessageContaining("archive it as it is");
                assertThat(manager.cleanup(true))
                        .get()
                        .satisfies(archive ->
                                assertThat(Path.of(archive)).content().contains("in_progress"));
            }
        }

        @Test
        void ofAPartWaitsForTheRest() {
            try (var manager = manager()) {
                manager.initializeGsis(
                        Fixtures.table("bookings", "one", "two"),
                        id -> id.indexName().equals("one"));
                manager.updateGsiStatus("bookings", "one", IN_PROGRESS);
                manager.updateGsiStatus("bookings", "one", ACTIVE);

                assertThat(manager.getAllGsis()).hasSize(1);
                assertThat(manager.getPendingGsis()).isEmpty();
                assertThat(manager.isComplete()).isFalse();
                assertThatThrownBy(manager::cleanup).isInstanceOf(StateException.Unfinished.class);
            }
        }

        @Test
        void ofADamagedFileIsItsPuttingAside() throws IOException {
            Files.writeString(file(), "{");
            try (var manager = manager("one")) {
                assertThat(manager.cleanup()).isEmpty();
                assertThat(manager.putAside())
                        .get()
                        .satisfies(aside -> assertThat(Path.of(aside)).hasContent("{"));
            }
        }

        @Test
        void withoutDefinitionsEverythingRecordedIsJudged() {
            try (var first = manager("one")) {
                first.updateGsiStatus("bookings", "one", FAILED);
                first.updateGsiStatus("bookings", "one", ACTIVE);
            }
            try (var manager = manager()) {
                assertThat(manager.cleanup()).isPresent();
            }
            try (var empty = manager()) {
                assertThat(empty.isComplete()).isFalse();
                assertThat(empty.cleanup()).isEmpty();
            }
        }
    }

    @Nested
    class Ending {
        @Test
        void aSealedManagerHasSavedAndTakesNoMoreChanges() throws IOException {
            try (var manager = manager("one")) {
                manager.updateGsiStatus("bookings", "one", IN_PROGRESS);
                manager.seal();

                assertThat(file()).content().contains("in_progress");
                assertThatThrownBy(() -> manager.updateGsiStatus("bookings", "one", ACTIVE))
                        .isInstanceOf(StateException.Sealed.class);
                assertThatThrownBy(() -> manager.cleanup(true)).isInstanceOf(StateException.Sealed.class);
                assertThat(entry(manager, "one").status()).isEqualTo(IN_PROGRESS);
            }
        }

        @Test
        void anInterruptedThreadCanSaveAndStaysInterrupted() {
            try (var manager = manager("one")) {
                manager.updateGsiStatus("bookings", "one", IN_PROGRESS);
                Thread.currentThread().interrupt();
                manager.flush();
                manager.updateGsiStatus("bookings", "one", FAILED);
                manager.close();

                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(file()).content().contains("\"status\": \"failed\"");
        }

        @Test
        void aMissingDirectoryIsMade() {
            var deep = directory.resolve("not/there/yet");
            try (var manager = new GsiStateManager("flights", deep)) {
                manager.initializeGsis(Fixtures.table("bookings", "one"));
                assertThat(deep).doesNotExist();
                manager.updateGsiStatus("bookings", "one", IN_PROGRESS);
            }
            assertThat(deep.resolve(".gsi_creation_state.json")).exists();
        }

        @Test
        void aDirectoryThatIsAFileIsRefusedAtOnce() throws IOException {
            var blocked = Files.createFile(directory.resolve("file")).resolve("below");

            assertThatThrownBy(() -> new GsiStateManager("flights", blocked))
                    .isInstanceOf(StateException.NotRead.class)
                    .hasMessageContaining(blocked.toString());
        }
    }

    @Test
    void manyThreadsLoseNothing() throws Exception {
        int threads = 8;
        var definitions = Fixtures.many(threads, 50);
        try (var manager = new GsiStateManager("flights", directory)) {
            manager.initializeGsis(definitions);
            var pool = Executors.newFixedThreadPool(threads);
            var begin = new CountDownLatch(threads);
            try {
                var all = IntStream.range(0, threads)
                        .mapToObj(thread -> pool.submit(() -> {
                            begin.countDown();
                            begin.await();
                            for (int index = 0; index < 50; index++) {
                                for (int count = 1; count <= 5; count++) {
                                    manager.updateGsiStatus(
                                            "table-" + thread, "index-" + index, IN_PROGRESS, count, null);
                                }
                                manager.getResumePoint();
                                manager.updateGsiStatus("table-" + thread, "index-" + index, ACTIVE);
                            }
                            return thread;
                        }))
                        .toList();
                for (var one : all) {
                    one.get();
                }
            } finally {
                pool.shutdownNow();
            }
        }
        try (var next = new GsiStateManager("flights", directory)) {
            assertThat(next.getAllGsis())
                    .hasSize(threads * 50)
                    .allMatch(entry -> entry.status() == ACTIVE && entry.retryCount() == 5);
        }
    }

    @Test
    void theStatusIsPrinted() {
        try (var before = manager("gone")) {
            before.updateGsiStatus("bookings", "gone", ACTIVE);
            before.updateGsiStatus("bookings", "gone", FAILED, 3, "ValidationException: never");
        }
        try (var manager = manager("one")) {
            manager.recordTarget(new Target("123456789012", "eu-central-1", null));
            var printed = new StringBuilder();
            manager.printStatus(printed);

            assertThat(printed.toString().lines())
                    .containsExactly(
                            "State of flights: " + file(),
                            "Created 2026-02-01T10:30:00Z, updated 2026-02-01T10:30:00Z",
                            "DynamoDB: account 123456789012, region eu-central-1",
                            "2 indexes: 1 pending, 0 in progress, 0 active, 1 failed",
                            "  failed      bookings.gone, failed attempts: 3 (no longer defined)",
                            "              ValidationException: never",
                            "  pending     bookings.one");
        }
    }

    @Test
    void inMemoryThereIsNoFile() {
        try (var manager = GsiStateManager.inMemory("tests")) {
            manager.initializeGsis(Fixtures.table("bookings", "one"));
            manager.updateGsiStatus("bookings", "one", IN_PROGRESS);
            manager.updateGsiStatus("bookings", "one", ACTIVE);

            assertThat(manager.isDefined(new IndexId("bookings", "one"))).isTrue();
            assertThat(manager.isComplete()).isTrue();
            assertThat(manager.loaded()).isEmpty();
            assertThat(manager.cleanup()).isEmpty();
        }
    }
}
