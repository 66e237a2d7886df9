package dev.ensuregsis.engine.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.spi.Undertaking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of state keeps to, wherever it keeps it. Further kinds of store are tested by what they do besides. */
@SuppressWarnings("FutureReturnValueIgnored") // what is flushed or crashed next is what is looked at
public abstract class StateStoreContract {
    protected static final Target HERE = new Target("123456789012", "eu-central-1", null);
    protected static final IndexId ONE = new IndexId("bookings", "one");
    protected static final IndexId TWO = new IndexId("bookings", "two");

    /** An empty store; the same each time. */
    protected abstract StateStore store();

    @Test
    void nothingIsThereBeforeAnythingIsWritten() {
        assertThat(store().read(HERE)).isEqualTo(new StoredState.Nothing(false));
        assertThat(store().place()).isNotBlank();
        assertThat(store().scriptName()).isEqualTo("contract");
    }

    @Test
    void whatIsWrittenIsKeptInOrderAndTheLaterStands() {
        try (var session = store().open(HERE, false)) {
            session.begin(HERE, List.of(pending(ONE), pending(TWO)));
            session.write(entry(TWO, GsiStatus.IN_PROGRESS));
            session.write(entry(ONE, GsiStatus.IN_PROGRESS));
            session.write(entry(TWO, GsiStatus.ACTIVE));
            session.flush();
            assertThat(session.isKept()).isTrue();
        }

        var kept = kept().orElseThrow();
        assertThat(kept.entries())
                .containsExactly(
                        Map.entry(ONE, entry(ONE, GsiStatus.IN_PROGRESS)),
                        Map.entry(TWO, entry(TWO, GsiStatus.ACTIVE)));
        assertThat(kept.target()).isEqualTo(HERE);
        assertThat(kept.scriptName()).isEqualTo("contract");
        assertThat(kept.updatedAt()).isAfterOrEqualTo(kept.createdAt());
    }

    @Test
    void stagesCompleteInTheOrderOfTheirWrites() {
        var completed = new ArrayList<GsiStatus>();
        try (var session = store().open(HERE, false)) {
            for (var status : GsiStatus.values()) {
                session.write(entry(ONE, status)).thenRun(() -> completed.add(status));
                session.flush();
            }
        }
        assertThat(completed).containsExactly(GsiStatus.values());
    }

    @Test
    void whatIsForgottenIsNotKeptAndTheRestIs() {
        try (var session = store().open(HERE, false)) {
            session.write(entry(ONE, GsiStatus.ACTIVE));
            session.write(entry(TWO, GsiStatus.ACTIVE));
            var forgotten = session.forget(ONE);
            session.flush();
            assertThat(forgotten.toCompletableFuture()).isCompleted();
        }
        assertThat(kept().orElseThrow().entries()).containsOnlyKeys(TWO);
    }

    @Test
    void whatWasForgottenCanBeRecordedAgain() {
        try (var session = store().open(HERE, false)) {
            session.write(entry(ONE, GsiStatus.ACTIVE));
            session.forget(ONE);
        }
        assertThat(kept().map(StateContents::entries).orElse(Map.of())).isEmpty();
        try (var session = store().open(HERE, false)) {
            session.write(entry(ONE, GsiStatus.FAILED));
        }
        assertThat(kept().orElseThrow().entries()).containsExactly(Map.entry(ONE, entry(ONE, GsiStatus.FAILED)));
    }

    @Test
    void whatWasBegunWithAnIndexIsKept() {
        var shape = new IndexShape(
                new IndexDefinition(
                        ONE.indexName(),
                        KeySchema.of("agent", "date"),
                        new Projection.Include(List.of("seat")),
                        Capacity.provisioned(3, 4)),
                Map.of("agent", AttributeType.S, "date", AttributeType.N));
        var begun = List.of(
                Undertaking.deletionOf(shape),
                Undertaking.replacementOf(shape),
                Undertaking.NONE.withRaised(new RaisedCapacity(1_000, new Throughput(3L, 4L))),
                Undertaking.replacementOf(shape).withNotBefore(Instant.parse("2026-11-26T12:15:01Z")));
        for (var undertaking : begun) {
            try (var session = store().open(HERE, false)) {
                session.write(entry(ONE, GsiStatus.PENDING).with(undertaking));
            }
            assertThat(kept().orElseThrow().entry(ONE).orElseThrow().undertaking())
                    .isEqualTo(undertaking);
        }
    }

    @Test
    void aFlushLeavesNoStageOpen() {
        try (var session = store().open(HERE, false)) {
            var first = session.write(entry(ONE, GsiStatus.IN_PROGRESS));
            var second = session.write(entry(TWO, GsiStatus.IN_PROGRESS));
            session.flush();
            assertThat(first.toCompletableFuture()).isCompleted();
            assertThat(second.toCompletableFuture()).isCompleted();
        }
    }

    @Test
    void beginningWithoutWritingLeavesNothing() {
        try (var session = store().open(HERE, false)) {
            session.begin(HERE, List.of(pending(ONE)));
            session.flush();
            assertThat(session.isKept()).isFalse();
        }
        assertThat(store().read(HERE)).isEqualTo(new StoredState.Nothing(false));
    }

    @Test
    void aSessionKnowsWhatTheOneBeforeItLeft() {
        try (var session = store().open(HERE, false)) {
            session.begin(HERE, List.of());
            session.write(entry(ONE, GsiStatus.FAILED));
        }
        try (var session = store().open(HERE, false)) {
            assertThat(session.found().contents().orElseThrow().entries())
                    .containsExactly(Map.entry(ONE, entry(ONE, GsiStatus.FAILED)));
            assertThat(session.isKept()).isTrue();
            assertThat(session.putAside()).isEmpty();
        }
    }

    @Test
    void whoMayNotWaitIsRefusedAtOnceWhileAnotherHasIt() {
        var first = store().open(HERE, false);

        assertThatThrownBy(() -> store().open(HERE, false)).isInstanceOf(StateException.Locked.class);
        assertThat(store().read(HERE)).as("reading takes no lock").isNotNull();

        first.close();
        store().open(HERE, false).close();
    }

    @Test
    void aClosedSessionTakesNoMoreAndClosingTwiceIsNothing() {
        var session = store().open(HERE, false);
        session.write(entry(ONE, GsiStatus.IN_PROGRESS));
        session.close();
        session.close();

        assertThatThrownBy(() -> session.write(entry(TWO, GsiStatus.IN_PROGRESS)))
                .isInstanceOf(StateException.Closed.class);
        assertThat(kept().orElseThrow().entries()).containsOnlyKeys(ONE);
    }

    @Test
    void closingOnceMoreTakesNothingFromTheNext() {
        var first = store().open(HERE, false);
        first.close();
        try (var next = store().open(HERE, false)) {
            first.close();
            next.write(entry(ONE, GsiStatus.IN_PROGRESS));
            assertThatThrownBy(() -> store().open(HERE, false)).isInstanceOf(StateException.Locked.class);
        }
    }

    @Test
    void closingTheStoreEndsASessionThatIsOpen() {
        var session = store().open(HERE, false);
        session.write(entry(ONE, GsiStatus.IN_PROGRESS));

        store().close();
        store().close();

        assertThatThrownBy(() -> session.write(entry(TWO, GsiStatus.IN_PROGRESS)))
                .isInstanceOf(StateException.Closed.class);
        store().open(HERE, false).close();
    }

    @Test
    void whatIsArchivedIsNoLongerThereAndWhatComesNextBeginsAnew() {
        try (var session = store().open(HERE, false)) {
            session.begin(HERE, List.of(pending(TWO)));
            assertThat(session.archive()).as("an archive of nothing").isEmpty();
            session.write(entry(ONE, GsiStatus.ACTIVE));
            session.archive();
            assertThat(session.isKept()).isFalse();
            assertThat(store().read(HERE)).isInstanceOf(StoredState.Nothing.class);
            session.write(entry(TWO, GsiStatus.FAILED));
        }
        assertThat(kept().orElseThrow().entries()).containsExactly(Map.entry(TWO, entry(TWO, GsiStatus.FAILED)));
    }

    @Test
    void aSealedStoreHasSavedAndTakesNoMore() {
        var session = store().open(HERE, false);
        session.write(entry(ONE, GsiStatus.IN_PROGRESS));

        store().seal();

        assertThat(kept().orElseThrow().entries()).containsOnlyKeys(ONE);
        assertThatThrownBy(() -> session.write(entry(TWO, GsiStatus.IN_PROGRESS)))
                .isInstanceOf(StateException.Sealed.class);
        session.close();
        assertThatThrownBy(() -> session.write(entry(TWO, GsiStatus.IN_PROGRESS)))
                .isInstanceOf(StateException.Sealed.class);
        assertThatThrownBy(() -> store().open(HERE, false)).isInstanceOf(StateException.Sealed.class);
    }

    @Test
    void theLossOfAStateThatCantBeLostIsNeverTold() {
        try (var session = store().open(HERE, false)) {
            assertThat(session.lost().toCompletableFuture()).isNotDone();
        }
    }

    @Test
    void whatIsReplacedIsPutAwayAndWhatComesInIsWhole() {
        var imported = new StateContents(
                "another",
                Instant.parse("2026-02-01T10:30:00Z"),
                Instant.parse("2026-02-01T10:35:00Z"),
                HERE,
                StateContents.byIndex(List.of(entry(TWO, GsiStatus.FAILED))));
        try (var session = store().open(HERE, false)) {
            session.write(entry(ONE, GsiStatus.ACTIVE));
            session.replace(imported);
            assertThat(session.isKept()).isTrue();
            assertThat(kept().orElseThrow().entries()).containsExactly(Map.entry(TWO, entry(TWO, GsiStatus.FAILED)));
            session.write(entry(ONE, GsiStatus.IN_PROGRESS));
        }
        var kept = kept().orElseThrow();
        assertThat(kept.entries()).containsOnlyKeys(ONE, TWO);
        assertThat(kept.createdAt()).isEqualTo(imported.createdAt());
    }

    @Test
    void whoHasItAndNobodyElseMayBeginSomething() {
        var session = store().open(HERE, false);
        session.write(entry(ONE, GsiStatus.IN_PROGRESS));
        session.flush();
        assertThat(session.clearance().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(session.mayChange()).isTrue();
        session.close();
    }

    protected final Optional<StateContents> kept() {
        return store().read(HERE).contents();
    }

    protected static GsiEntry pending(IndexId id) {
        return GsiEntry.pending(id, "fingerprint", "another");
    }

    protected static GsiEntry entry(IndexId id, GsiStatus status) {
        return new GsiEntry(id, status, null, null, 1, null, null, "fingerprint", "another");
    }
}
