package dev.ensuregsis.engine.internal.statetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.simulation.Routines;
import dev.ensuregsis.engine.simulation.SimulatedProcess;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** When what is recorded is cleared away, and what keeps it. */
@SuppressWarnings("FutureReturnValueIgnored") // what is written is looked at in the table
class ExpiryTest {
    private static final Target HERE = new Target("123456789012", "eu-central-1", null);
    private static final IndexId OLD = new IndexId("bookings", "old");
    private static final IndexId YOUNG = new IndexId("bookings", "young");

    private final VirtualTime time = new VirtualTime();
    private final Routines routines = new Routines(time);
    private final SimulatedProcess process = new SimulatedProcess(time, "writing", Duration.ZERO);
    private final SimulatedStateTable table = new SimulatedStateTable();

    @Test
    void whatIsOlderThanHalfAYearIsWrittenAnewByARunThatHasTheState() {
        var begun = time.instant();
        inSession(session -> session.write(GsiEntry.pending(OLD, null, null)));
        routines.pass(Duration.ofDays(100));
        inSession(session -> session.write(GsiEntry.pending(YOUNG, null, null)));
        var young = time.instant();
        assertThat(written()).as("an entry of 100 days").containsEntry(OLD, begun);
        routines.pass(Duration.ofDays(100));

        inSession(session -> {});

        assertThat(written())
                .hasEntrySatisfying(OLD, at -> assertThat(at).isAfter(begun.plus(Duration.ofDays(199))))
                .containsEntry(YOUNG, young);
    }

    @Test
    void anEntryIsClearedAYearAfterItWasWritten() {
        var at = Instant.parse("2026-02-01T10:30:00Z");
        var entry = new StoredEntry(GsiEntry.pending(OLD, null, null), at, at, 1, false);

        var item = EntryItem.of(StateKey.of("expiry", HERE).orElseThrow(), "g", "token", entry);

        assertThat(item.number(Item.EXPIRES))
                .isEqualTo(at.plus(Duration.ofDays(365)).getEpochSecond());
    }

    private Map<IndexId, Instant> written() {
        var head = table.head(StateKey.of("history", HERE).orElseThrow()).orElseThrow();
        return table.entries(head.key(), head.generation()).stream()
                .collect(Collectors.toMap(StoredEntry::id, StoredEntry::updatedAt));
    }

    private void inSession(Consumer<StateSession> what) {
        var store = SimulatedTableStores.store(
                table, new RoutineTime(routines, process, new SplittableRandom(1)), Duration.ZERO);
        var routine = routines.start(process, () -> {
            try (var session = store.open(HERE, false)) {
                what.accept(session);
            }
        });
        routines.driveUntil(routine::isEnded, Duration.ofDays(1));
    }
}
