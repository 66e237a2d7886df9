package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.LockPolicy;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.engine.state.StateStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that ends while another has its state: on real threads and a real lock. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptedTest {
    private static final Definitions BOOKINGS = SimulatedRuns.definitions(List.of("bookings"), "by-agent");

    /** The second of them fails before the state is there to record it in. */
    private static final Definitions AND_ONE_THAT_FAILS =
            SimulatedRuns.definitions(List.of("bookings", "missing"), "by-agent");

    @TempDir
    Path directory;

    private final SimulatedRuns runs = new SimulatedRuns("bookings");
    private final ConcurrentLinkedQueue<Optional<LockOwner>> waits = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anInterruptionIsOneThoughAnotherHasTheState(boolean oneHasFailed) throws Exception {
        try (var other = otherRun()) {
            var reported = new CompletableFuture<RunReport>();
            var stillInterrupted = new CompletableFuture<Boolean>();
            var run = new Thread(() -> {
                reported.complete(engine(null).ensure(oneHasFailed ? AND_ONE_THAT_FAILS : BOOKINGS));
                stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
            run.start();
            await().until(() -> !waits.isEmpty());

            run.interrupt();

            assertThat(reported.get().verdict()).isEqualTo(Verdict.INTERRUPTED);
            assertThat(reported.get().abortedBy()).isNull();
            assertThat(stillInterrupted.get()).isTrue();
            assertThat(runs.calls).allMatch(call -> call.startsWith("look"));
            assertThat(other.getGsiStatus("bookings", "by-agent")).isPresent();
        }
        assertTheStateIsFree();
    }

    @Test
    void aTimeoutEndsTheWaitForTheStateToo() throws Exception {
        try (var other = otherRun()) {
            var report = engine(Duration.ofMillis(300)).ensure(BOOKINGS);

            assertThat(report.verdict()).isEqualTo(Verdict.STILL_BUILDING);
            assertThat(report.with(Outcome.PENDING)).hasSize(1);
            assertThat(other.getGsiStatus("bookings", "by-agent")).isPresent();
        }
        assertTheStateIsFree();
    }

    private GsiEngine engine(@Nullable Duration timeout) {
        var turns = StateOptions.DEFAULT
                .withLockPolicy(LockPolicy.TAKE_TURNS_IN_THIS_JVM)
                .withWaitingListener(waits::add);
        return runs.engine()
                .stateStore(StateStores.inFile("test", directory, turns))
                .timeout(timeout)
                .build();
    }

    private GsiStateManager otherRun() {
        var other = new GsiStateManager("test", directory);
        other.initializeGsis(BOOKINGS);
        other.updateGsiStatus("bookings", "by-agent", GsiStatus.IN_PROGRESS);
        return other;
    }

    /** The wait was ended, and nobody has taken the state for a run that is over. */
    private void assertTheStateIsFree() {
        await().untilAsserted(() -> {
            try (var next = new GsiStateManager("test", directory)) {
                next.initializeGsis(BOOKINGS);
                next.updateGsiStatus("bookings", "by-agent", GsiStatus.FAILED);
            }
        });
    }
}
