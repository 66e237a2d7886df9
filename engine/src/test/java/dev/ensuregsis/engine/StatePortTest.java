package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.simulation.Latency;
import dev.ensuregsis.engine.simulation.SimulatedTimeline;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.state.StateStores;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store of another kind may say, beyond what a file does, and what a run makes of it. */
class StatePortTest {
    private static final Definitions BOOKINGS = SimulatedRuns.definitions(List.of("bookings"), "by-agent", "by-flight");

    private final SimulatedRuns runs = new SimulatedRuns("bookings");
    private final RemoteStore store = new RemoteStore();

    @Test
    void aRunThatLosesItsStateSendsNothingMore() {
        runs.time.in(Duration.ofMinutes(3), () -> store.lost.complete(new StateException.Lost("a table", "by a test")));

        var report = runs.ensure(runs.engine().stateStore(store).build(), BOOKINGS);

        assertThat(report.verdict()).isEqualTo(Verdict.ABORTED);
        assertThat(report.abortedBy()).isNotNull();
        assertThat(report.abortedBy().code()).isEqualTo("StateNotKept");
        assertThat(report.abortedBy().message()).contains("lost to another run", "by a test");
        assertThat(runs.calls).contains("create bookings.by-agent").doesNotContain("create bookings.by-flight");
        assertThat(report.with(Outcome.BUILDING)).hasSize(1);
        var sent = runs.calls.size();
        runs.time.pass(Duration.ofDays(1));
        assertThat(runs.calls).as("nothing is sent when the run is over").hasSize(sent);
    }

    /** Whenever it comes: before each instant of the run, after which no call leaves. */
    @Test
    void howeverEarlyItLosesIt() {
        for (int second = 0; second < 40; second++) {
            var fresh = new SimulatedRuns("bookings");
            var remote = new RemoteStore();
            var calls = new int[1];
            fresh.time.in(Duration.ofMillis(50L * second), () -> {
                remote.lost.complete(new StateException.Lost("a table", "by a test"));
                calls[0] = fresh.calls.size();
            });
            var instant = new Latency(Duration.ZERO, Duration.ZERO);
            var report = fresh.engine()
                    .stateStore(remote)
                    .build()
                    .ensure(
                            BOOKINGS,
                            new SimulatedTimeline(fresh.time, instant, new SplittableRandom(1)),
                            new SplittableRandom(1));

            assertThat(report.verdict()).isEqualTo(Verdict.ABORTED);
            if (remote.opened) {
                assertThat(fresh.calls.size() - calls[0])
                        .as("calls after the loss in the moment %s", second)
                        .isLessThanOrEqualTo(second == 0 ? fresh.calls.size() : 0);
            }
        }
    }

    @Test
    void aStoreThatKeepsByAccountIsReadWhenTheAccountIsKnown() {
        runs.refused.add("by-agent");
        runs.ensure(runs.engine().stateStore(store).build(), BOOKINGS);
        runs.refused.clear();
        store.asksForTheAccount = true;
        store.readFor = null;

        var second = runs.ensure(runs.engine().stateStore(store).build(), BOOKINGS);

        assertThat(store.readFor).isNotNull();
        assertThat(store.readFor.accountId()).isEqualTo("123456789012");
        assertThat(second.with(Outcome.LEFT_FAILED)).hasSize(1);
        assertThat(second.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(runs.calls).doesNotContain("create bookings.by-agent");
        assertThat(runs.events.stream().map(event -> event.getClass().getSimpleName()))
                .as("what was found is told before the run begins")
                .containsSubsequence("StateLoaded", "RunStarted", "IndexLeft");
    }

    @Test
    void soItIsForARetryAPlanAndAStatus() throws InterruptedException {
        runs.refused.add("by-agent");
        runs.ensure(runs.engine().stateStore(store).build(), BOOKINGS);
        runs.refused.clear();
        store.asksForTheAccount = true;
        var retry = runs.engine().stateStore(store).retryFailed(true).build();

        var plan = runs.plan(retry, BOOKINGS);
        assertThat(plan.verdict()).isEqualTo(Verdict.ENSURED);
        var report = runs.ensure(retry, BOOKINGS);

        assertThat(report.verdict()).isEqualTo(Verdict.ENSURED);
        assertThat(report.retry()).isNotNull();
        assertThat(report.retry().stateIsKnown()).isTrue();
        assertThat(runs.events)
                .filteredOn(GsiEvent.RetryingFailed.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        GsiEvent.RetryingFailed.class,
                        retrying -> assertThat(retrying.failed()).hasSize(1));
        assertThat(runs.calls).contains("create bookings.by-agent");
    }

    /** The account is told by the credentials only; a plan and a status ask them as a run does. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void soItIsWhereNoTableIsThereYet(boolean retryFailed) throws InterruptedException {
        var missing = new Definitions(List.of(SimulatedRuns.toCreate("missing", "by-agent")));
        runs.ensure(runs.engine().stateStore(store).build(), missing);
        store.asksForTheAccount = true;
        var engine = runs.engine()
                .stateStore(store)
                .createTables(true)
                .retryFailed(retryFailed)
                .build();

        var plan = runs.plan(engine, missing);
        var status = runs.status(engine, missing);
        var report = runs.ensure(engine, missing);

        assertThat(plan.verdict()).isEqualTo(report.verdict());
        assertThat(plan.verdict()).isEqualTo(retryFailed ? Verdict.ENSURED : Verdict.FAILED);
        assertThat(plan.target().accountId()).isEqualTo(SimulatedRuns.ACCOUNT);
        assertThat(status.rows()).extracting(StatusReport.Row::recorded).containsExactly(GsiStatus.FAILED);
    }

    @Test
    void aStatusShowsWhatIsRecordedByAccountAndNoLongerDefined() throws InterruptedException {
        var engine = runs.engine().stateStore(store).build();
        runs.ensure(engine, new Definitions(List.of(SimulatedRuns.table("missing", "by-agent"))));
        store.asksForTheAccount = true;

        var status = runs.status(engine, BOOKINGS);

        assertThat(status.rows())
                .filteredOn(row -> !row.defined())
                .singleElement()
                .satisfies(row -> assertThat(row.id()).isEqualTo(new IndexId("missing", "by-agent")))
                .satisfies(row -> assertThat(row.looked()).isTrue());
    }

    @Test
    void aStateThatIsKeptByAccountRefusesPlanAndRunWhereNothingTellsTheAccount() throws InterruptedException {
        var missing = new Definitions(List.of(SimulatedRuns.toCreate("missing", "by-agent")));
        runs.callerIsUnknown();
        store.asksForTheAccount = true;
        var engine = runs.engine().stateStore(store).createTables(true).build();

        assertThatThrownBy(() -> runs.plan(engine, missing))
                .isInstanceOfSatisfying(
                        CouldNotLookException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("UnknownAccount"));
        var report = runs.ensure(engine, missing);

        assertThat(report.abortedBy()).hasFieldOrPropertyWithValue("code", "UnknownAccount");
        assertThat(runs.changes()).isEmpty();
        assertThat(runs.status(engine, missing).notLooked()).isEqualTo(report.abortedBy());
    }

    /** A state that doesn't answer is waited for from the first read on. */
    @Test
    void anInterruptionOfTheFirstReadIsOne() {
        store.isInterrupted = true;
        var engine = runs.engine().stateStore(store).build();

        var report = runs.ensure(engine, BOOKINGS);

        assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
        assertThat(report.verdict()).isEqualTo(Verdict.INTERRUPTED);
        assertThat(report.abortedBy()).isNull();
        assertThat(report.with(Outcome.PENDING)).hasSize(2);
        assertThat(runs.events).isEmpty();
        assertThatThrownBy(() -> runs.plan(engine, BOOKINGS)).isInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> runs.status(engine, BOOKINGS)).isInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> runs.planDeletion(engine, BOOKINGS, new IndexId("bookings", "other")))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Kept by account, and under a lease that can be lost. */
    private static final class RemoteStore implements StateStore {
        private final StateStore next = StateStores.inMemory("test");
        private final CompletableFuture<StateException> lost = new CompletableFuture<>();
        private boolean asksForTheAccount;
        private boolean isInterrupted;
        private boolean opened;
        private @Nullable Target readFor;

        @Override
        public String place() {
            return "a table";
        }

        @Override
        public String scriptName() {
            return next.scriptName();
        }

        @Override
        public StoredState read(Target target) {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
                throw new StateException.Interrupted(place());
            }
            if (asksForTheAccount && target.accountId() == null) {
                return new StoredState.AccountFirst();
            }
            readFor = target;
            return next.read(target);
        }

        @Override
        public StateSession open(Target target, boolean mayWait) {
            opened = true;
            return new Leased(next.open(target, mayWait), lost);
        }

        @Override
        public void seal() {
            next.seal();
        }

        @Override
        public void close() {
            next.close();
        }
    }

    private record Leased(StateSession next, CompletionStage<StateException> lost) implements StateSession {
        @Override
        public void replace(StateContents contents) {
            next.replace(contents);
        }

        @Override
        public StoredState found() {
            return next.found();
        }

        @Override
        public void begin(Target target, Collection<GsiEntry> entries) {
            next.begin(target, entries);
        }

        @Override
        public CompletionStage<Void> write(GsiEntry entry) {
            return next.write(entry);
        }

        @Override
        public CompletionStage<Void> forget(IndexId id) {
            return next.forget(id);
        }

        @Override
        public Optional<String> putAside() {
            return next.putAside();
        }

        @Override
        public boolean isKept() {
            return next.isKept();
        }

        @Override
        public void flush() {
            next.flush();
        }

        @Override
        public Optional<String> archive() {
            return next.archive();
        }

        @Override
        public void close() {
            next.close();
        }
    }
}
