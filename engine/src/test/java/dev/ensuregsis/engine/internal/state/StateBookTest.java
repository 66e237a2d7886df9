package dev.ensuregsis.engine.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.spi.Undertaking;
import dev.ensuregsis.engine.state.StateStores;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is changed by a look from before, when another run has gone on with the state meanwhile. */
class StateBookTest {
    private static final IndexId ID = new IndexId("bookings", "by-agent");
    private static final GsiEntry PENDING = GsiEntry.pending(ID, null, null);

    private final StateStore store = StateStores.inMemory("test");

    @Test
    void whatAnotherHasBegunMeanwhileIsKeptBesideWhatWasSeenBefore() {
        var book = book();
        book.change(PENDING, failed());
        var begun = Undertaking.replacementOf(shape()).withNotBefore(Instant.parse("2026-02-01T10:45:00Z"));
        write(PENDING.with(begun));

        open(book);

        assertThat(recorded()).isEqualTo(failed().with(begun));
        assertThat(book.find(ID)).contains(failed().with(begun));
    }

    @Test
    void whatWasBegunBeforeAndIsSeenToBeOverIsOver() {
        var begun = PENDING.with(Undertaking.replacementOf(shape()));
        write(begun);
        var book = book();
        book.change(begun, failed());

        open(book);

        assertThat(recorded()).isEqualTo(failed());
    }

    private StateBook book() {
        return new StateBook(store.place(), store.scriptName(), store.read(Target.UNKNOWN));
    }

    private void open(StateBook book) {
        try (var session = store.open(Target.UNKNOWN, false)) {
            book.opened(session);
        }
    }

    private void write(GsiEntry entry) {
        try (var session = store.open(Target.UNKNOWN, false)) {
            session.write(entry);
        }
    }

    private GsiEntry recorded() {
        return store.read(Target.UNKNOWN)
                .contents()
                .flatMap(contents -> contents.entry(ID))
                .orElseThrow();
    }

    private static GsiEntry failed() {
        return new GsiEntry(ID, GsiStatus.FAILED, null, null, 0, "it differs", null, null, null, Undertaking.NONE);
    }

    private static IndexShape shape() {
        var table = Fixtures.table("bookings", "by-agent").tables().get(0);
        return new IndexShape(table.indexes().get(0), table.attributeTypes());
    }
}
