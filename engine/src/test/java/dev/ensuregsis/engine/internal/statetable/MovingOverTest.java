package dev.ensuregsis.engine.internal.statetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.internal.state.ExportedState;
import dev.ensuregsis.engine.internal.state.LockRules;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.spi.Undertaking;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.engine.state.StateStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state file and a state in a table, and the way from the one to the other. */
class MovingOverTest {
    private static final Target HERE = new Target("123456789012", "eu-central-1", null);
    private static final Instant STARTED = Instant.parse("2026-02-01T10:31:00Z");

    /** More than three transactions take. */
    private static final int MANY = 250;

    private final SimulatedStateTable simulated = new SimulatedStateTable();
    private final StateStore table = table(simulated);

    @TempDir
    Path folder = Path.of("");

    @Test
    void twoStatesOfWhichNothingIsSaidAreRefusedWithBothDescribed() {
        write(file(), failed(0), active(1));
        write(table, active(2));
        var writes = simulated.writes();

        assertThatThrownBy(() -> StateStores.refusingTwo(table, file()).read(HERE))
                .isInstanceOf(StateException.TwoStates.class)
                .hasMessageContainingAll(
                        file().place() + " with 2 indexes: 0 pending, 0 in progress, 1 active, 1 failed, last changed ",
                        table.place() + " with 1 index: 0 pending, 0 in progress, 1 active, 0 failed, last changed ",
                        "Nothing was changed.");

        assertThat(simulated.writes()).isEqualTo(writes);
        assertThat(kept(file()).orElseThrow().entries()).hasSize(2);
    }

    /** One alone is gone on with in silence: the door has said that there is a file. */
    @Test
    void aTableBesideAFileThatAloneHoldsSomethingIsNotRefused() {
        write(file(), failed(0));

        assertThat(StateStores.refusingTwo(table, file()).read(HERE)).isInstanceOf(StoredState.Nothing.class);
    }

    @Test
    void aFileIsTakenInWholeAndArchived() throws IOException {
        write(file(), all());
        write(table, active(MANY));

        StateStores.takingIn(table, file()).open(HERE, false).close();

        assertThat(kept(table).orElseThrow().entries()).isEqualTo(byId(all()));
        assertThat(kept(file())).isEmpty();
        assertThat(archives()).hasSize(1);
    }

    /** What had come over by then is of a generation that never was. */
    @Test
    void aTakingInThatIsCutOffHalfWayLeavesBothAndTheSameOnceMoreEndsIt() throws IOException {
        write(file(), all());
        write(table, active(MANY));
        var writes = new AtomicInteger();

        assertThatThrownBy(() ->
                        StateStores.takingIn(table(cutOff(writes)), file()).open(HERE, false))
                .isInstanceOf(StateException.class);

        assertThat(writes).as("transactions before it").hasValue(2);
        assertThat(kept(table).orElseThrow().entries()).isEqualTo(byId(active(MANY)));
        assertThat(kept(file()).orElseThrow().entries()).hasSize(MANY);
        assertThat(archives()).isEmpty();
        // Who was cut off has left its lease to stand still.
        simulated.breakLease();

        StateStores.takingIn(table, file()).open(HERE, false).close();

        assertThat(kept(table).orElseThrow().entries()).isEqualTo(byId(all()));
        assertThat(archives()).hasSize(1);
    }

    @Test
    void whatIsExportedIsReadByTheFileStoreAsItWas() throws IOException {
        write(table, all());

        ExportedState.write(kept(table).orElseThrow(), folder.resolve(".gsi_creation_state.json"));

        var before = kept(table).orElseThrow();
        var exported = kept(file()).orElseThrow();
        assertThat(exported.entries()).isEqualTo(before.entries());
        assertThat(exported.scriptName()).isEqualTo(before.scriptName());
        assertThat(exported.target()).isEqualTo(before.target());
        assertThat(exported.createdAt()).isEqualTo(before.createdAt());
        assertThat(exported.updatedAt()).isEqualTo(before.updatedAt());
    }

    private StateRequests cutOff(AtomicInteger writes) {
        return new CountedRequests(simulated) {
            @Override
            public void write(StateKey key, String generation, String token, List<StoredEntry> entries) {
                if (writes.incrementAndGet() > 1) {
                    throw new StateTableException(new StateTableFault.Missing("somebody deleted it"));
                }
                super.write(key, generation, token, entries);
            }
        };
    }

    private static StateStore table(StateRequests requests) {
        var lock = new LockRules("create", true, Duration.ZERO, Duration.ZERO, owner -> {});
        return new TableStateStore("history", requests, new TableRules(lock, TableRules.LEASE, false));
    }

    private StateStore file() {
        return StateStores.inFile("history", folder, StateOptions.DEFAULT);
    }

    private static void write(StateStore store, GsiEntry... entries) {
        try (var session = store.open(HERE, false)) {
            session.begin(HERE, List.of(entries));
            List.of(entries).forEach(session::write);
        }
    }

    private static Optional<StateContents> kept(StateStore store) {
        return store.read(HERE).contents();
    }

    private List<Path> archives() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(".gsi_creation_state_"))
                    .toList();
        }
    }

    private static GsiEntry[] all() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> i % 2 == 0 ? active(i) : failed(i))
                .toArray(GsiEntry[]::new);
    }

    private static Map<IndexId, GsiEntry> byId(GsiEntry... entries) {
        return StateContents.byIndex(List.of(entries));
    }

    private static GsiEntry active(int number) {
        return new GsiEntry(
                id(number),
                GsiStatus.ACTIVE,
                STARTED,
                STARTED.plusSeconds(600),
                2,
                null,
                null,
                "0f5c41d2a86b9e37",
                "history",
                Undertaking.NONE);
    }

    private static GsiEntry failed(int number) {
        return new GsiEntry(
                id(number),
                GsiStatus.FAILED,
                STARTED,
                null,
                5,
                "LimitExceededException: …",
                FailureKind.TRIES_USED_UP,
                null,
                null,
                Undertaking.NONE);
    }

    private static IndexId id(int number) {
        return new IndexId("bookings", "index-" + number);
    }
}
