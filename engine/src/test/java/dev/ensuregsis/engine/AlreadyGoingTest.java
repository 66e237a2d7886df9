package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.simulation.SomeoneElse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An index that somebody was deleting when the run began. */
class AlreadyGoingTest {
    private final SimulatedRuns runs = new SimulatedRuns("bookings");
    private final SomeoneElse colleague = new SomeoneElse(runs.account);
    private final Definitions bookings = SimulatedRuns.definitions(List.of("bookings"), "by-agent");

    @Test
    void isMadeWhenItHasGoneAndNothingFailed() {
        var table = bookings.tables().get(0);
        colleague.hadCreated("bookings", table.indexes().get(0), table.attributeTypes());
        runs.time.pass(Duration.ofMinutes(1));
        colleague.deletesIndex("bookings", "by-agent");
        runs.time.pass(Duration.ofSeconds(5));

        var report = runs.ensure(runs.engine().build(), bookings);

        assertThat(report.verdict()).isEqualTo(Verdict.ENSURED);
        assertThat(runs.events)
                .hasAtLeastOneElementOfType(GsiEvent.CreatingIndex.class)
                .noneMatch(GsiEvent.AttemptFailed.class::isInstance);
    }
}
