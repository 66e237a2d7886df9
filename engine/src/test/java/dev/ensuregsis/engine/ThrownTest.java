package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.internal.reconcile.Moment;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.engine.state.StateStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is thrown, on whatever thread, ends a run with a report and the state kept. On real time a hang is red. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThrownTest {
    private static final Definitions BOOKINGS = SimulatedRuns.definitions(List.of("bookings"), "by-agent");

    @TempDir
    Path directory;

    private final SimulatedRuns runs = new SimulatedRuns("bookings");

    static Stream<Throwable> errors() {
        return Stream.of(
                new AssertionError("thrown by the test"),
                new StackOverflowError(),
                new NoClassDefFoundError("some/Class"),
                new OutOfMemoryError("no heap"));
    }

    /** The calls that a run makes away from its own thread. */
    enum At {
        LOOK,
        CREATE,
        ACCOUNT,
        TARGET,
        READ_STATE,
        OPEN_STATE
    }

    @ParameterizedTest
    @EnumSource
    void anErrorInACallEndsTheRunInSimulation(At at) {
        errors().forEach(error -> assertEndedBy(error, runs.ensure(engine(at, error), definitionsFor(at))));
    }

    /** Where it is thrown on a thread of its own, which can't be seen to end. */
    @ParameterizedTest
    @EnumSource
    void anErrorInACallEndsTheRunInRealTime(At at) {
        errors().forEach(error -> assertEndedBy(error, engine(at, error).ensure(definitionsFor(at))));
    }

    /** The account is asked for only where no table tells it. */
    private static Definitions definitionsFor(At at) {
        return at == At.ACCOUNT ? SimulatedRuns.definitions(List.of("missing"), "by-agent") : BOOKINGS;
    }

    private GsiEngine engine(At at, Throwable error) {
        return GsiEngine.builder()
                .controlPlane(new ThrowingPlane(at, error))
                .stateStore(new ThrowingStore(at, error))
                .build();
    }

    private static void assertEndedBy(Throwable error, RunReport report) {
        assertThat(report.verdict()).isEqualTo(Verdict.ABORTED);
        assertThat(report.thrown()).isSameAs(error);
        assertThat(report.abortedBy()).isNotNull();
        assertThat(report.abortedBy().message()).isEqualTo(error.toString());
    }

    /** Whether the call was the SDK's, which wraps it, or another control plane's. */
    @ParameterizedTest
    @EnumSource(names = {"LOOK", "CREATE"})
    void anExceptionInACallIsShownAsTheCauseToo(At at) {
        var fault = new IllegalStateException("a fault of a program");
        var wrapped = new ControlPlaneException(new ControlPlaneFault.Unexpected(fault.toString()), fault);

        Stream.of(fault, wrapped).forEach(thrown -> assertEndedBy(fault, runs.ensure(engine(at, thrown), BOOKINGS)));
    }

    @Test
    void anExceptionInALookOfAPlanIsItsCause() {
        var fault = new IllegalStateException("a fault of a program");

        assertThatThrownBy(() -> runs.plan(engine(At.LOOK, fault), BOOKINGS))
                .isInstanceOf(CouldNotLookException.class)
                .hasCause(fault);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void whatWasBegunWhenItCameIsKept(Throwable error) {
        var engine = GsiEngine.builder()
                .controlPlane(new ThrowingPlane(At.CREATE, error))
                .stateStore(StateStores.inFile("test", directory, StateOptions.DEFAULT))
                .build();

        assertEndedBy(error, engine.ensure(BOOKINGS));

        try (var state = new GsiStateManager("test", directory)) {
            assertThat(state.getGsiStatus("bookings", "by-agent").orElseThrow().status())
                    .isEqualTo(GsiStatus.IN_PROGRESS);
            state.initializeGsis(BOOKINGS);
            state.updateGsiStatus("bookings", "by-agent", GsiStatus.FAILED);
        }
    }

    /** Every event of a whole run in its turn: it ends there, or, where it was over, has its report all the same. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anErrorInAListenerEndsTheRunWhicheverEventItIs(boolean resumed) {
        var whole = wholeRun(resumed, event -> {});
        assertThat(whole).hasSizeGreaterThan(4);
        for (var last : whole) {
            var error = new AssertionError("on " + last);
            var reports = new RunReport[1];
            wholeRun(
                    resumed,
                    event -> {
                        if (event.getClass() == last) {
                            throw error;
                        }
                    },
                    reports);
            var report = reports[0];
            if (last == GsiEvent.StateArchived.class) {
                assertThat(report.verdict()).isEqualTo(Verdict.ENSURED);
                assertThat(report.archive()).isNotNull();
            } else {
                assertEndedBy(error, report);
            }
        }
    }

    private List<? extends Class<?>> wholeRun(boolean resumed, Consumer<GsiEvent> listener) {
        return wholeRun(resumed, listener, new RunReport[1]);
    }

    private List<? extends Class<?>> wholeRun(boolean resumed, Consumer<GsiEvent> listener, RunReport[] report) {
        var fresh = new SimulatedRuns("bookings");
        var home = directory.resolve("run-" + System.nanoTime());
        var store = StateStores.inFile("test", home, StateOptions.DEFAULT);
        if (resumed) {
            fresh.refused.add("by-agent");
            fresh.ensure(fresh.engine().stateStore(store).build(), BOOKINGS);
            fresh.refused.clear();
        }
        var engine = fresh.engine()
                .stateStore(store)
                .retryFailed(resumed)
                .listener(event -> {
                    fresh.events.add(event);
                    listener.accept(event);
                })
                .build();
        report[0] = fresh.ensure(engine, BOOKINGS);
        return fresh.events.stream().map(Object::getClass).distinct().toList();
    }

    @Test
    void anErrorInTheListenerThatIsToldOfTheEndHidesNotWhatEndedIt() {
        var error = new AssertionError("thrown by the test");
        var engine = runs.engine()
                .expectedAccount("999999999999")
                .listener(event -> {
                    if (event instanceof GsiEvent.RunAborted) {
                        throw error;
                    }
                })
                .build();

        var report = runs.ensure(engine, BOOKINGS);

        assertThat(report.abortedBy()).isNotNull();
        assertThat(report.abortedBy().code()).isEqualTo("OtherAccount");
        assertThat(report.thrown()).isSameAs(error);
    }

    /** Each scheduled step of a whole run in its turn. */
    @Test
    void anErrorInAScheduledStepEndsTheRunWhicheverItIs() {
        var steps = stepsOfARun(0, new SimulatedRuns("bookings"), new RunReport[1]);
        assertThat(steps).isGreaterThan(10);
        for (int failing = 1; failing <= steps; failing++) {
            var report = new RunReport[1];
            stepsOfARun(failing, new SimulatedRuns("bookings"), report);
            assertThat(report[0].verdict()).as("step %s", failing).isEqualTo(Verdict.ABORTED);
            assertThat(report[0].thrown()).isInstanceOf(NoClassDefFoundError.class);
        }
    }

    private static int stepsOfARun(int failing, SimulatedRuns fresh, RunReport[] report) {
        var timeline = new FailingSteps(fresh.timeline(), failing);
        report[0] = fresh.engine().build().ensure(BOOKINGS, timeline, new SplittableRandom(1));
        return timeline.scheduled;
    }

    @Test
    void anExceptionInAListenerEndsNothing() {
        var engine = runs.engine()
                .listener(event -> {
                    throw new IllegalStateException("from a listener");
                })
                .build();

        assertThat(runs.ensure(engine, BOOKINGS).verdict()).isEqualTo(Verdict.ENSURED);
    }

    private static final class FailingSteps implements Timeline {
        private final Timeline next;
        private final int failing;
        private int scheduled;

        FailingSteps(Timeline next, int failing) {
            this.next = next;
            this.failing = failing;
        }

        @Override
        public Moment now() {
            return next.now();
        }

        @Override
        public void schedule(Duration delay, Runnable step) {
            scheduled++;
            next.schedule(
                    delay,
                    scheduled == failing
                            ? () -> {
                                throw new NoClassDefFoundError("step " + failing);
                            }
                            : step);
        }

        @Override
        public <T> void call(Callable<T> call, Consumer<Answer<T>> then) {
            next.call(call, then);
        }

        @Override
        public void runUntil(BooleanSupplier done) throws InterruptedException {
            next.runUntil(done);
        }
    }

    private static void throwAt(At here, At at, Throwable error) {
        if (here != at) {
            return;
        }
        if (error instanceof Error thrown) {
            throw thrown;
        }
        throw (RuntimeException) error;
    }

    /** The account, which throws at one kind of call. */
    private final class ThrowingPlane extends ForwardingControlPlane {
        private final At at;
        private final Throwable error;

        ThrowingPlane(At at, Throwable error) {
            super(runs.account);
            this.at = at;
            this.error = error;
        }

        @Override
        public Optional<LiveTable> describeTable(String tableName) {
            throwAt(At.LOOK, at, error);
            return super.describeTable(tableName);
        }

        @Override
        public void createIndex(CreateIndexCall call) {
            throwAt(At.CREATE, at, error);
            super.createIndex(call);
        }

        @Override
        public Optional<String> callerAccount() {
            throwAt(At.ACCOUNT, at, error);
            return super.callerAccount();
        }

        @Override
        public Target target() {
            throwAt(At.TARGET, at, error);
            return super.target();
        }
    }

    /** A store in memory, which throws at one kind of call. */
    private static final class ThrowingStore implements StateStore {
        private final StateStore next = StateStores.inMemory("test");
        private final At at;
        private final Throwable error;

        ThrowingStore(At at, Throwable error) {
            this.at = at;
            this.error = error;
        }

        @Override
        public String place() {
            return next.place();
        }

        @Override
        public String scriptName() {
            return next.scriptName();
        }

        @Override
        public StoredState read(Target target) {
            throwAt(At.READ_STATE, at, error);
            return next.read(target);
        }

        @Override
        public StateSession open(Target target, boolean mayWait) {
            throwAt(At.OPEN_STATE, at, error);
            return next.open(target, mayWait);
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
}
