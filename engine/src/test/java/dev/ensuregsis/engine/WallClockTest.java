package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.spi.ControlPlaneFault.Answered;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.LiveTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock on the wall is set in mid-run: no wait, no pace and no timeout changes by it; stamps are the clock's. */
class WallClockTest {
    private static final Definitions BOOKINGS =
            SimulatedRuns.definitions(List.of("bookings", "flights"), "by-agent", "by-flight");

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P400D", "P-400D"})
    void setByHoursItChangesNoWaitAndNoPace(Duration jump) {
        var undisturbed = new Seen(Duration.ZERO, null);
        var disturbed = new Seen(jump, null);

        assertThat(disturbed.report.verdict()).isEqualTo(Verdict.ENSURED);
        assertThat(disturbed.calls).as("calls, and when each was made").isEqualTo(undisturbed.calls);
        assertThat(disturbed.waits).as("waits as they are told").isEqualTo(undisturbed.waits);
        assertThat(disturbed.took).isEqualTo(undisturbed.took);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void itChangesNoTimeout(Duration jump) {
        var timeout = Duration.ofMinutes(12);
        var undisturbed = new Seen(Duration.ZERO, timeout);
        var disturbed = new Seen(jump, timeout);

        assertThat(undisturbed.report.ending()).isEqualTo(RunReport.Ending.TIMED_OUT);
        assertThat(disturbed.report.ending()).isEqualTo(RunReport.Ending.TIMED_OUT);
        assertThat(disturbed.took).isEqualTo(undisturbed.took).isEqualTo(timeout);
        assertThat(disturbed.calls).isEqualTo(undisturbed.calls);
    }

    @Test
    void stampsAreWhatTheClockSays() {
        var disturbed = new Seen(Duration.ofHours(-1), null);

        assertThat(disturbed.report.endedAt()).isEqualTo(disturbed.runs.time.wallClock());
        assertThat(disturbed.report.indexes())
                .extracting(IndexReport::endedAt)
                .allSatisfy(ended -> assertThat(ended).isBefore(disturbed.report.startedAt()));
    }

    /** One run, with throttling and errors on its way, so that it waits for all sorts of things. */
    private static final class Seen {
        private final SimulatedRuns runs = new SimulatedRuns("bookings", "flights");
        private final List<String> calls = new ArrayList<>();
        private final List<GsiEvent> waits;
        private final RunReport report;
        private final Duration took;

        Seen(Duration jump, @Nullable Duration timeout) {
            runs.looksMeet("flights", new Answered("ThrottlingException", "Rate exceeded", 400), 3);
            runs.looksMeet("flights", new Answered("InternalServerError", "any", 500), 3);
            for (var when : List.of(Duration.ofMillis(50), Duration.ofSeconds(40), Duration.ofMinutes(6))) {
                runs.time.in(when, () -> runs.time.setWallClock(jump));
            }
            var begun = runs.time.instant();
            var engine = runs.engine()
                    .controlPlane(new Timed())
                    .progressInterval(Duration.ofSeconds(20))
                    .timeout(timeout)
                    .build();
            report = engine.ensure(BOOKINGS, runs.timeline(), new SplittableRandom(1));
            took = Duration.between(begun, runs.time.instant());
            waits = runs.events.stream()
                    .filter(event -> event instanceof GsiEvent.Waiting || event instanceof GsiEvent.IndexCreated)
                    .toList();
        }

        private final class Timed extends ForwardingControlPlane {
            Timed() {
                super(runs.controlPlane());
            }

            @Override
            public Optional<LiveTable> describeTable(String tableName) {
                calls.add(runs.time.instant() + " look " + tableName);
                return super.describeTable(tableName);
            }

            @Override
            public void createIndex(CreateIndexCall call) {
                calls.add(runs.time.instant() + " create " + call.index().name());
                super.createIndex(call);
            }
        }
    }
}
